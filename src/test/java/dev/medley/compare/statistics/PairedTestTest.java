package dev.medley.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class PairedTestTest {
  /** Hollander and Wolfe (1973), page 29: R's wilcox.test gives 0.03906, two-sided and exact. */
  @Test
  void asPublished() {
    double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    assertEquals(0.03906, PairedTest.ofTimes(first, second).orElseThrow(), 0.000005);
  }

  /** Five that all grew as much: two of 32 signings, never below 0.05. */
  @Test
  void fiveEqualDifferencesProveNothing() {
    double[] before = {1, 2, 3, 4, 5};
    double[] after = {2, 3, 4, 5, 6};
    assertEquals(OptionalDouble.of(2.0 / 32), PairedTest.ofTimes(before, after));
    assertEquals(OptionalDouble.of(1), PairedTest.ofTimes(before, before));
    assertEquals(
        OptionalDouble.empty(), PairedTest.ofTimes(new double[4], new double[] {1, 1, 1, 1}));
  }

  @Test
  void withoutTiesItIsTheLibrarysExactTest() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 50; trial++) {
      int n = 5 + random.nextInt(40);
      double[] after = random.doubles(n).map(u -> u - 0.4).toArray();
      assertEquals(
          WilcoxonSignedRankTest.withDefaults().test(after).getPValue(),
          PairedTest.ofTimes(new double[n], after).orElseThrow(),
          1e-9);
    }
  }

  @Test
  void flipsBothWays() {
    assertEquals(OptionalDouble.of(1), PairedTest.ofRates(0, 0, 9));
    assertEquals(2.0 / 1024, PairedTest.ofRates(10, 0, 10).orElseThrow(), 1e-12);
    assertEquals(1, PairedTest.ofRates(3, 3, 10).orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), PairedTest.ofRates(1, 0, 4));
  }

  @Test
  void onlyTestsThatWereMadeAreCorrectedFor() {
    assertArrayEquals(
        new OptionalDouble[] {
          OptionalDouble.of(0.02), OptionalDouble.empty(), OptionalDouble.of(0.5)
        },
        PairedTest.corrected(
            OptionalDouble.of(0.01), OptionalDouble.empty(), OptionalDouble.of(0.5)));
  }
}
