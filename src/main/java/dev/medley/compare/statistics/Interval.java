package dev.medley.compare.statistics;

/**
 * A 95 % interval.
 *
 * @param low no greater than {@code high}
 */
public record Interval(double low, double high) {
  /** How often the true value may lie outside. */
  static final double ERROR_RATE = 0.05;

  /** The same in another unit. */
  public Interval times(double factor) {
    return new Interval(factor * low, factor * high);
  }
}
