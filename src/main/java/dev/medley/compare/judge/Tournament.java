package dev.medley.compare.judge;

import dev.medley.compare.statistics.Interval;
import dev.medley.compare.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Verdicts over many prompts, and the scores that follow. Intervals are percentiles of a bootstrap
 * over prompts, because verdicts on the same prompt go together; beyond a thousand prompts over a
 * thousand blocks of them, so that memory does not grow. Where every prompt said the same, there is
 * nothing to resample, and no interval.
 */
public final class Tournament {
  private static final int RESAMPLES = 1_000;
  private static final int MOST_BLOCKS = 1_000;

  /** What is less is rounding. */
  private static final double LEAST_POINTS = 1e-3;

  private final int contestants;

  /** How often i was preferred to j, at [i][j], in each block of prompts. */
  private final List<double[][]> blocks = new ArrayList<>();

  /** Of each contestant: wins, losses, ties, in the order of {@link Preference}. */
  private final int[][] tallies;

  private int prompts;

  public Tournament(int contestants) {
    this.contestants = contestants;
    this.tallies = new int[contestants][Preference.values().length];
  }

  /** What was said of the answers to one prompt; nothing is a prompt that does not count. */
  public void add(List<Duel> duels) {
    if (duels.isEmpty()) {
      return;
    }
    if (blocks.size() < MOST_BLOCKS) {
      blocks.add(new double[contestants][contestants]);
    }
    double[][] wins = blocks.get(prompts % MOST_BLOCKS);
    for (Duel duel : duels) {
      double forFirst =
          switch (duel.preference()) {
            case FIRST -> 1;
            case TIE -> 0.5;
            case SECOND -> 0;
          };
      wins[duel.first()][duel.second()] += forFirst;
      wins[duel.second()][duel.first()] += 1 - forFirst;
      tallies[duel.first()][duel.preference().ordinal()]++;
      tallies[duel.second()][duel.preference().swapped().ordinal()]++;
    }
    prompts++;
  }

  /** How many prompts there were verdicts on. */
  public int prompts() {
    return prompts;
  }

  /** Of every contestant, by position. */
  public List<Score> scores(RandomGenerator random) {
    double[] points = points(blocks);
    List<Optional<Interval>> intervals = intervals(random);
    return IntStream.range(0, contestants)
        .mapToObj(i -> score(points[i], intervals.get(i), tallies[i]))
        .toList();
  }

  private static Score score(double points, Optional<Interval> interval, int[] tally) {
    return new Score(
        points,
        interval,
        tally[Preference.FIRST.ordinal()],
        tally[Preference.TIE.ordinal()],
        tally[Preference.SECOND.ordinal()]);
  }

  private List<Optional<Interval>> intervals(RandomGenerator random) {
    if (prompts < Sample.LEAST) {
      return IntStream.range(0, contestants).mapToObj(i -> Optional.<Interval>empty()).toList();
    }
    double[][] resampled = new double[contestants][RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double[] points =
          points(random.ints(blocks.size(), 0, blocks.size()).mapToObj(blocks::get).toList());
      for (int i = 0; i < contestants; i++) {
        resampled[i][r] = points[i];
      }
    }
    return IntStream.range(0, contestants)
        .mapToObj(i -> Sample.middle(Sample.of(resampled[i])))
        .map(interval -> Optional.of(interval).filter(i -> i.high() - i.low() > LEAST_POINTS))
        .toList();
  }

  private double[] points(List<double[][]> drawn) {
    double[][] wins = new double[contestants][contestants];
    for (double[][] block : drawn) {
      for (int i = 0; i < contestants; i++) {
        for (int j = 0; j < contestants; j++) {
          wins[i][j] += block[i][j];
        }
      }
    }
    double[] strengths = BradleyTerry.logStrengths(wins, BradleyTerry.PRIOR);
    return IntStream.range(0, contestants).mapToDouble(i -> Score.points(strengths[i])).toArray();
  }
}
