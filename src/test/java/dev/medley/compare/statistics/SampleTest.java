package dev.medley.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleTest {
  /** Survival of treated mice: Efron and Tibshirani (1993), table 2.1. */
  private static final Sample MICE = Sample.of(94, 197, 16, 38, 99, 141, 23);

  @Test
  void quantilesAsNumPyGivesThem() {
    assertEquals(OptionalDouble.of(2.5), Sample.of(4, 1, 3, 2).quantile(0.5));
    assertEquals(3.85, Sample.of(4, 1, 3, 2).quantile(0.95).orElseThrow(), 1e-12);
    assertEquals(94, MICE.quantile(0.5).orElseThrow());
    assertEquals(180.2, MICE.quantile(0.95).orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(7), Sample.of(7).quantile(0.95));
  }

  @Test
  void nothingIsKnownOfNothing() {
    Sample nothing = Sample.of();
    assertEquals(OptionalDouble.empty(), nothing.quantile(0.5));
    assertEquals(OptionalDouble.empty(), nothing.mean());
    assertEquals(Optional.empty(), nothing.meanInterval(new SplittableRandom(1)));
    assertThrows(IllegalArgumentException.class, () -> Sample.of(1, Double.NaN));
  }

  /** The published mean is 86.86 and its standard error 23.36 (plug-in estimate, chapter 6). */
  @Test
  void theMeanOfTheMice() {
    assertEquals(86.86, MICE.mean().orElseThrow(), 0.005);
    Interval interval = MICE.meanInterval(new SplittableRandom(1)).orElseThrow();
    assertEquals(2 * 1.96 * 23.36, interval.high() - interval.low(), 5);
    assertTrue(interval.low() < 86.86 && 86.86 < interval.high(), interval.toString());
  }

  @Test
  void theSameRandomnessGivesTheSameInterval() {
    assertEquals(
        MICE.meanInterval(new SplittableRandom(7)), MICE.meanInterval(new SplittableRandom(7)));
  }

  @Test
  void fewerThanFiveClaimNothing() {
    assertEquals(Optional.empty(), Sample.of(1, 2, 3, 4).meanInterval(new SplittableRandom(1)));
    assertTrue(Sample.of(1, 2, 3, 4, 5).meanInterval(new SplittableRandom(1)).isPresent());
  }

  /** Out of 400 samples of skewed times the interval should hold the true mean of about 95 %. */
  @Test
  void theIntervalHoldsWhatItPromises() {
    SplittableRandom random = new SplittableRandom(42);
    int held = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] times = random.doubles(40).map(u -> 1 - Math.log(1 - u)).toArray();
      Interval interval = Sample.of(times).meanInterval(random).orElseThrow();
      held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
    }
    assertTrue(held >= 0.90 * 400 && held <= 0.98 * 400, "held " + held + " of 400");
  }

  @Test
  void aLargeSampleIsNotResampledAndAgreesWithOneThatIs() {
    double[] values = new SplittableRandom(3).doubles(1_999).toArray();
    Interval large = Sample.of(values).meanInterval(null).orElseThrow();
    Interval resampled =
        Sample.of(Arrays.copyOf(values, 999)).meanInterval(new SplittableRandom(3)).orElseThrow();
    assertEquals(2 * 1.96 * 0.2887 / Math.sqrt(1_999), large.high() - large.low(), 0.001);
    assertEquals(2 * 1.96 * 0.2887 / Math.sqrt(999), resampled.high() - resampled.low(), 0.003);
  }

  @Test
  void figuresLieWhereTheyMust() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 300; trial++) {
      double[] values = random.doubles(1 + random.nextInt(30)).map(u -> 1e6 * u * u).toArray();
      Sample sample = Sample.of(values);
      double least = Arrays.stream(values).min().orElseThrow();
      double most = Arrays.stream(values).max().orElseThrow();
      double median = sample.quantile(0.5).orElseThrow();
      double late = sample.quantile(0.95).orElseThrow();
      assertTrue(least <= median && median <= late && late <= most);
      sample
          .meanInterval(random)
          .ifPresent(i -> assertTrue(least <= i.low() && i.low() <= i.high() && i.high() <= most));
    }
  }
}
