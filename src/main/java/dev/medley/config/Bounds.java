package dev.medley.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model must not exceed to be asked.
 *
 * @param maxCost of the estimate for one prompt, in USD; a model of unknown price exceeds it
 * @param maxLatency of the observed median time to the whole answer; a model that has not been
 *     observed often enough does not exceed it
 */
public record Bounds(Optional<BigDecimal> maxCost, Optional<Duration> maxLatency) {
  public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

  /** Both hold. */
  public Bounds and(Bounds other) {
    return new Bounds(least(maxCost, other.maxCost), least(maxLatency, other.maxLatency));
  }

  private static <T extends Comparable<T>> Optional<T> least(Optional<T> one, Optional<T> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}
