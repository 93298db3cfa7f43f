package dev.medley.compare.judge;

import dev.medley.compare.statistics.Interval;
import java.util.Optional;

/**
 * How a contestant stands.
 *
 * @param points on the scale of Elo: 1000 is the mean of all, and 400 more win ten times as often
 *     as they lose
 * @param interval where the points would lie for other prompts of the same kind; empty below five
 *     prompts, and where all of them said the same
 * @param ties verdicts that flipped with the order included
 */
public record Score(double points, Optional<Interval> interval, int wins, int ties, int losses) {
  private static final double MEAN = 1000;
  private static final double PER_TENFOLD = 400;

  /** Whether there was a verdict on any of its answers; without one the points say nothing. */
  public boolean judged() {
    return wins + ties + losses > 0;
  }

  static double points(double logStrength) {
    return MEAN + PER_TENFOLD * logStrength / Math.log(10);
  }
}
