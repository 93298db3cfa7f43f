package dev.medley.chat;

import java.time.Instant;

/** Time, passed in so that tests can own it. */
public interface Clock {
  Clock SYSTEM =
      new Clock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }
      };

  /** Monotonic, in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Wall time, for records only. */
  Instant now();
}
