package dev.medley;

import dev.medley.chat.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves when it is told to, and by a fixed step whenever it is read. */
public final class SteppingClock implements Clock {
  private final Duration step;
  private Duration passed = Duration.ZERO;

  /** Moves only when told. */
  public SteppingClock() {
    this(Duration.ZERO);
  }

  public SteppingClock(Duration step) {
    this.step = step;
  }

  public synchronized void advance(Duration by) {
    passed = passed.plus(by);
  }

  @Override
  public synchronized long nanoTime() {
    long now = passed.toNanos();
    passed = passed.plus(step);
    return now;
  }

  @Override
  public synchronized Instant now() {
    Instant now = Samples.NOON.plus(passed);
    passed = passed.plus(step);
    return now;
  }
}
