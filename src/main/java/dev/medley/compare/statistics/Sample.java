package dev.medley.compare.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** Measurements of one kind, such as the latencies of a model. None of them is NaN. */
public final class Sample {
  /** With fewer nothing is claimed. */
  public static final int LEAST = 5;

  private static final int RESAMPLES = 2_000;

  /** From here on the mean is normal for all that a printed digit shows. */
  private static final int LARGE = 1_000;

  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  public static Sample of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("NaN is no measurement");
    }
    return new Sample(sorted);
  }

  public int size() {
    return values.length;
  }

  public boolean allowsClaims() {
    return values.length >= LEAST;
  }

  /** In ascending order. */
  double[] values() {
    return values.clone();
  }

  /**
   * Linear interpolation between the two nearest ranks, at {@code 1 + p (n - 1)}: type 7 of R. J.
   * Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
   * (1996); what R, NumPy and spreadsheets do unless told otherwise. Empty where there is nothing.
   *
   * @param p 0 to 1
   */
  public OptionalDouble quantile(double p) {
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(values, p));
  }

  public OptionalDouble mean() {
    return Arrays.stream(values).average();
  }

  /**
   * Where the true mean lies, by the percentile bootstrap with 2,000 resamples (B. Efron and R. J.
   * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13); from 1,000 measurements on
   * by the normal distribution, which is then the same. It is a little too narrow in small samples.
   * Empty below five measurements.
   */
  public Optional<Interval> meanInterval(RandomGenerator random) {
    if (!allowsClaims()) {
      return Optional.empty();
    }
    if (values.length >= LARGE) {
      double mean = mean().orElseThrow();
      double reach = Z * StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length);
      return Optional.of(new Interval(mean - reach, mean + reach));
    }
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      means[i] = resampledMean(random);
    }
    return Optional.of(middle(Sample.of(means)));
  }

  /** The interval that holds all but the outermost of resampled figures. */
  public static Interval middle(Sample resampled) {
    double tail = Interval.ERROR_RATE / 2;
    return new Interval(
        resampled.quantile(tail).orElseThrow(), resampled.quantile(1 - tail).orElseThrow());
  }

  private double resampledMean(RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
