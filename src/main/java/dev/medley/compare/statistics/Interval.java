package dev.medley.compare.statistics;

/**
 * A 95 % interval.
 *
 * @param low no greater than {@code high}
 */
public record Interval(double low, double high) {
  /** How often the true value may lie outside. */
  static final double ERROR_RATE = 0.05;
}
