package dev.medley.compare.totals;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Durations, in eight bytes each. */
final class Times {
  private long[] nanos = new long[16];
  private int size;

  void add(Duration time) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = time.toNanos();
  }

  /** The middle one, of an even number the mean of both; empty when there is none. */
  Optional<Duration> median() {
    if (size == 0) {
      return Optional.empty();
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    int middle = size / 2;
    return Optional.of(
        Duration.ofNanos(
            size % 2 == 1
                ? sorted[middle]
                : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2));
  }
}
