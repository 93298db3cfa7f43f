package dev.medley.send;

import dev.medley.chat.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting, passed in so that tests need not. */
@FunctionalInterface
public interface Sleeper {
  /** Returns early when cancelled. */
  void sleep(Duration length, Cancellation cancellation);

  Sleeper SYSTEM =
      (length, cancellation) -> {
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellation.Registration interest = cancellation.onCancel(cancelled::countDown);
        try {
          cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        } finally {
          interest.close();
        }
      };
}
