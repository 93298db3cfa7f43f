package dev.medley.compare.statistics;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of several succeeded.
 *
 * @param successes 0 to {@code n}
 * @param n how many there were
 */
public record Rate(int successes, int n) {
  public Rate {
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException(successes + " of " + n);
    }
  }

  /** 0 to 1; of nothing it is not a number. */
  public double value() {
    return (double) successes / n;
  }

  /**
   * Wilson's score interval, which holds for few samples and for rates of 0 and 1 as well: E. B.
   * Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
   * Empty where there is nothing.
   */
  public Optional<Interval> interval() {
    if (n == 0) {
      return Optional.empty();
    }
    var wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, successes, Interval.ERROR_RATE);
    // Rounding may leave it just short of 0, of 1 or of the rate itself.
    return Optional.of(
        new Interval(
            Math.min(value(), wilson.getLowerBound()),
            Math.max(value(), Math.min(1, wilson.getUpperBound()))));
  }
}
