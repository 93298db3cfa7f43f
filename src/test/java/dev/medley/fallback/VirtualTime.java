package dev.medley.fallback;

import dev.medley.Samples;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.send.Alarm;
import dev.medley.send.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes only while somebody works or waits; alarms ring on the way. One thread. */
final class VirtualTime implements Clock, Alarm, Sleeper {
  private final Queue<Bell> bells = new PriorityQueue<>(Comparator.comparing(Bell::at));
  private Duration now = Duration.ZERO;

  private record Bell(Duration at, Runnable action) {}

  @Override
  public long nanoTime() {
    return now.toNanos();
  }

  @Override
  public Instant now() {
    return Samples.NOON.plus(now);
  }

  Duration passed() {
    return now;
  }

  @Override
  public Cancellation.Registration after(Duration length, Runnable action) {
    Bell bell = new Bell(now.plus(length), action);
    bells.add(bell);
    return () -> bells.remove(bell);
  }

  /** Ends early when it is called off. */
  @Override
  public void sleep(Duration length, Cancellation cancellation) {
    Duration end = now.plus(length);
    while (!cancellation.isCancelled() && nextBefore(end).isPresent()) {
      Bell bell = bells.remove();
      now = bell.at().compareTo(now) > 0 ? bell.at() : now;
      bell.action().run();
    }
    now = cancellation.isCancelled() ? now : end;
  }

  private Optional<Bell> nextBefore(Duration end) {
    return Optional.ofNullable(bells.peek()).filter(bell -> bell.at().compareTo(end) <= 0);
  }
}
