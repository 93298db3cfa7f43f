package dev.medley.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpeedTestTest {
  /** Hollander and Wolfe (1973), page 69; R's wilcox.test gives 0.2544, two-sided and exact. */
  private static final Sample TERM =
      Sample.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);

  private static final Sample EARLY = Sample.of(1.15, 0.88, 0.90, 0.74, 1.21);

  @Test
  void asPublished() {
    Faster one = SpeedTest.of(List.of(TERM, EARLY)).get(0);
    assertEquals(1, one.faster());
    assertEquals(0, one.slower());
    assertEquals(0.2544, one.p(), 0.00005);
    assertFalse(one.proven());
  }

  @Test
  void theOrderOfModelsChangesNothing() {
    Faster one = SpeedTest.of(List.of(EARLY, TERM)).get(0);
    assertEquals(new Faster(0, 1, SpeedTest.of(List.of(TERM, EARLY)).get(0).p()), one);
  }

  /** Five against five without an overlap: 2 of 252 orders are as extreme. */
  @Test
  void theLeastThatProves() {
    Faster one = SpeedTest.of(List.of(Sample.of(1, 2, 3, 4, 5), Sample.of(6, 7, 8, 9, 10))).get(0);
    assertEquals(2.0 / 252, one.p(), 1e-12);
    assertTrue(one.proven());
  }

  @Test
  void fourMeasurementsTakeNoPart() {
    Sample four = Sample.of(1, 2, 3, 4);
    assertEquals(List.of(), SpeedTest.of(List.of(four, TERM)));
    assertEquals(1, SpeedTest.of(List.of(four, TERM, EARLY)).size());
    assertEquals(2, SpeedTest.of(List.of(four, TERM, EARLY)).get(0).faster());
  }

  @Test
  void equalTimesProveNothing() {
    Sample same = Sample.of(1, 1, 1, 1, 1, 1);
    assertEquals(1, SpeedTest.of(List.of(same, same)).get(0).p());
  }

  /** Three equal models, 500 times over: a false claim about any of them is rare. */
  @Test
  void equalModelsAreSeldomToldApart() {
    SplittableRandom random = new SplittableRandom(5);
    int wrong = 0;
    for (int trial = 0; trial < 500; trial++) {
      List<Sample> three = List.of(times(random), times(random), times(random));
      wrong += SpeedTest.of(three).stream().anyMatch(Faster::proven) ? 1 : 0;
    }
    assertTrue(wrong <= 0.07 * 500, wrong + " false claims in 500");
  }

  private static Sample times(SplittableRandom random) {
    return Sample.of(random.doubles(12).map(u -> 1 - Math.log(1 - u)).toArray());
  }

  /** The values of R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
  @Test
  void holmAsRGivesIt() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjusted(0.01, 0.04, 0.03, 0.005), 1e-12);
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(0.9, 0.7), 1e-12);
    assertArrayEquals(new double[0], Holm.adjusted());
  }

  @Test
  void holmNeverMakesAPValueSmallerNorChangesTheirOrder() {
    SplittableRandom random = new SplittableRandom(9);
    for (int trial = 0; trial < 200; trial++) {
      double[] p = random.doubles(1 + random.nextInt(9)).toArray();
      Arrays.sort(p);
      double[] adjusted = Holm.adjusted(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue(p[i] <= adjusted[i] && adjusted[i] <= 1);
        assertTrue(i == 0 || adjusted[i - 1] <= adjusted[i]);
      }
    }
  }
}
