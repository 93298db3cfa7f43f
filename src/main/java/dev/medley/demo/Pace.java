package dev.medley.demo;

import java.time.Duration;

/** Whether simulated models take their time. */
public enum Pace {
  /** As slow as each model says that it is. */
  REAL {
    @Override
    void until(long startNanos, Duration after) throws InterruptedException {
      long left = after.toNanos() - (System.nanoTime() - startNanos);
      if (left > 0) {
        Thread.sleep(left / NANOS_PER_MILLI, (int) (left % NANOS_PER_MILLI));
      }
    }
  },

  /** No waits; only a model that falls silent stays silent. */
  INSTANT {
    @Override
    void until(long startNanos, Duration after) {}
  };

  private static final long NANOS_PER_MILLI = 1_000_000;

  /**
   * Waits until {@code after} has passed since {@code startNanos}. Reckoned from the start, so that
   * the delays of many small waits do not add up.
   */
  abstract void until(long startNanos, Duration after) throws InterruptedException;
}
