package dev.medley.compare.judge;

import java.util.Arrays;

/**
 * Strengths from paired comparisons: i is preferred to j with the probability {@code s[i] / (s[i] +
 * s[j])} (R. A. Bradley and M. E. Terry, Biometrika 39, 1952). The most likely strengths are found
 * by the MM algorithm of D. R. Hunter, "MM algorithms for generalized Bradley-Terry models", Annals
 * of Statistics 32 (2004). A tie counts as half a win for each.
 */
final class BradleyTerry {
  /**
   * A tie of each one with an opponent of average strength. Without it, one who always wins would
   * be infinitely strong, and those who never met could not be compared.
   */
  static final double PRIOR = 0.5;

  private static final double CONVERGED = 1e-8;
  private static final int MOST_STEPS = 10_000;

  private BradleyTerry() {}

  /**
   * Natural logarithms of the strengths; their mean is 0.
   *
   * @param wins how often i was preferred to j, at [i][j]
   * @param prior wins, and as many losses, of each against an average opponent; 0 only where
   *     everyone can be reached from everyone by wins
   */
  static double[] logStrengths(double[][] wins, double prior) {
    double[] strengths = new double[wins.length];
    Arrays.fill(strengths, 1);
    double change = 1;
    for (int step = 0; step < MOST_STEPS && change > CONVERGED; step++) {
      double[] next = next(strengths, wins, prior);
      change = 0;
      for (int i = 0; i < next.length; i++) {
        change = Math.max(change, Math.abs(next[i] / strengths[i] - 1));
      }
      strengths = next;
    }
    return centred(strengths);
  }

  /** One step: wins, divided by how many were to be expected of strength 1. */
  private static double[] next(double[] strengths, double[][] wins, double prior) {
    double[] next = new double[strengths.length];
    for (int i = 0; i < next.length; i++) {
      double won = prior;
      double expected = 2 * prior / (strengths[i] + 1);
      for (int j = 0; j < next.length; j++) {
        if (j != i) {
          won += wins[i][j];
          expected += (wins[i][j] + wins[j][i]) / (strengths[i] + strengths[j]);
        }
      }
      next[i] = won / expected;
    }
    return prior > 0 ? balanced(next) : scaled(next);
  }

  /**
   * Brings the common scale nearer to where the ties with the average opponent are likeliest, by a
   * step of Newton's method. The steps for single strengths find that slowly, since few comparisons
   * say anything of it.
   */
  private static double[] balanced(double[] strengths) {
    double surplus = 0;
    double slope = 0;
    for (double strength : strengths) {
      double expected = strength / (strength + 1);
      surplus += expected - 0.5;
      slope += expected * (1 - expected);
    }
    double step = Math.exp(Math.max(-1, Math.min(1, -surplus / slope)));
    return Arrays.stream(strengths).map(strength -> strength * step).toArray();
  }

  /** Without an average opponent only ratios are determined. */
  private static double[] scaled(double[] strengths) {
    double mean = Math.exp(Arrays.stream(strengths).map(Math::log).average().orElse(0));
    return Arrays.stream(strengths).map(strength -> strength / mean).toArray();
  }

  private static double[] centred(double[] strengths) {
    double mean = Arrays.stream(strengths).map(Math::log).average().orElse(0);
    return Arrays.stream(strengths).map(strength -> Math.log(strength) - mean).toArray();
  }
}
