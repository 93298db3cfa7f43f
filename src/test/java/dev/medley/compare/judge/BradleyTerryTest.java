package dev.medley.compare.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {
  /**
   * The American League's Eastern Division of 1987: A. Agresti, "Categorical Data Analysis", 2002,
   * table 10.10. Milwaukee, Detroit, Toronto, New York, Boston, Cleveland, Baltimore.
   */
  private static final double[][] BASEBALL = {
    {0, 7, 9, 7, 7, 9, 11},
    {6, 0, 7, 5, 11, 9, 9},
    {4, 6, 0, 7, 7, 8, 12},
    {6, 8, 6, 0, 6, 7, 10},
    {6, 2, 6, 7, 0, 7, 12},
    {4, 4, 5, 6, 6, 0, 6},
    {2, 4, 1, 3, 1, 7, 0}
  };

  /** His estimates, relative to Baltimore. */
  @Test
  void asPublished() {
    double[] strengths = BradleyTerry.logStrengths(BASEBALL, 0);
    double baltimore = strengths[6];
    assertArrayEquals(
        new double[] {1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0},
        Arrays.stream(strengths).map(s -> s - baltimore).toArray(),
        0.005);
  }

  /** For two alone it is the logarithm of the odds. */
  @Test
  void twoAlone() {
    double[] strengths = BradleyTerry.logStrengths(new double[][] {{0, 3}, {1, 0}}, 0);
    assertEquals(Math.log(3), strengths[0] - strengths[1], 1e-6);
  }

  @Test
  void whoAlwaysWinsStaysFinite() {
    double[] strengths =
        BradleyTerry.logStrengths(new double[][] {{0, 10}, {0, 0}}, BradleyTerry.PRIOR);
    assertTrue(strengths[0] > 1 && strengths[0] < 5, Arrays.toString(strengths));
    assertEquals(-strengths[0], strengths[1], 1e-9);
  }

  @Test
  void thoseWhoNeverMetAreComparedByWayOfTheAverage() {
    double[][] wins = {{0, 5, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 5, 0}};
    double[] strengths = BradleyTerry.logStrengths(wins, BradleyTerry.PRIOR);
    assertEquals(strengths[0], strengths[3], 1e-6);
    assertEquals(strengths[1], strengths[2], 1e-6);
    assertTrue(strengths[0] > strengths[1]);
  }

  @Test
  void nobodyMetAnybody() {
    assertArrayEquals(
        new double[3], BradleyTerry.logStrengths(new double[3][3], BradleyTerry.PRIOR), 1e-12);
    assertArrayEquals(new double[0], BradleyTerry.logStrengths(new double[0][0], 0.5));
  }

  /** At the maximum everyone has won as often as the strengths let expect. */
  @Test
  void winsAreAsManyAsExpected() {
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < 100; trial++) {
      int n = 2 + random.nextInt(5);
      double[][] wins = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          wins[i][j] = i == j ? 0 : 1 + random.nextInt(9) * 0.5;
        }
      }
      double[] s = BradleyTerry.logStrengths(wins, 0);
      for (int i = 0; i < n; i++) {
        double won = 0;
        double expected = 0;
        for (int j = 0; j < n; j++) {
          won += i == j ? 0 : wins[i][j];
          expected += i == j ? 0 : (wins[i][j] + wins[j][i]) / (1 + Math.exp(s[j] - s[i]));
        }
        assertEquals(won, expected, 1e-5);
      }
    }
  }
}
