package dev.medley.compare.judge;

import dev.medley.compare.statistics.Interval;
import dev.medley.compare.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Verdicts over many prompts, and the scores that follow. Intervals are percentiles of a bootstrap
 * over prompts, because verdicts on the same prompt go together.
 */
public final class Tournament {
  private static final int RESAMPLES = 1_000;
  private static final int FEWEST_RESAMPLES = 200;
  private static final int MOST_DRAWS = 2_000_000;

  private final int contestants;
  private final List<List<Duel>> prompts = new ArrayList<>();

  public Tournament(int contestants) {
    this.contestants = contestants;
  }

  /** What was said of the answers to one prompt; nothing is a prompt that does not count. */
  public void add(List<Duel> duels) {
    if (!duels.isEmpty()) {
      prompts.add(List.copyOf(duels));
    }
  }

  public int prompts() {
    return prompts.size();
  }

  /** Of every contestant, by position. */
  public List<Score> scores(RandomGenerator random) {
    double[][] wins = wins(prompts.size(), prompts::get);
    double[] strengths = BradleyTerry.logStrengths(wins, BradleyTerry.PRIOR);
    List<Optional<Interval>> intervals = intervals(random);
    return IntStream.range(0, contestants)
        .mapToObj(i -> score(i, Score.points(strengths[i]), intervals.get(i)))
        .toList();
  }

  private Score score(int contestant, double points, Optional<Interval> interval) {
    int[] tally = new int[Preference.values().length];
    for (List<Duel> prompt : prompts) {
      for (Duel duel : prompt) {
        if (duel.first() == contestant) {
          tally[duel.preference().ordinal()]++;
        } else if (duel.second() == contestant) {
          tally[duel.preference().swapped().ordinal()]++;
        }
      }
    }
    return new Score(
        points,
        interval,
        tally[Preference.FIRST.ordinal()],
        tally[Preference.TIE.ordinal()],
        tally[Preference.SECOND.ordinal()]);
  }

  private List<Optional<Interval>> intervals(RandomGenerator random) {
    if (prompts.size() < Sample.LEAST) {
      return IntStream.range(0, contestants).mapToObj(i -> Optional.<Interval>empty()).toList();
    }
    int resamples = Math.max(FEWEST_RESAMPLES, Math.min(RESAMPLES, MOST_DRAWS / prompts.size()));
    double[][] points = new double[contestants][resamples];
    for (int r = 0; r < resamples; r++) {
      double[][] wins = wins(prompts.size(), drawn -> prompts.get(random.nextInt(prompts.size())));
      double[] strengths = BradleyTerry.logStrengths(wins, BradleyTerry.PRIOR);
      for (int i = 0; i < contestants; i++) {
        points[i][r] = Score.points(strengths[i]);
      }
    }
    return IntStream.range(0, contestants)
        .mapToObj(i -> Optional.of(Sample.middle(Sample.of(points[i]))))
        .toList();
  }

  private double[][] wins(int count, IntFunction<List<Duel>> draw) {
    double[][] wins = new double[contestants][contestants];
    for (int n = 0; n < count; n++) {
      for (Duel duel : draw.apply(n)) {
        double forFirst =
            switch (duel.preference()) {
              case FIRST -> 1;
              case TIE -> 0.5;
              case SECOND -> 0;
            };
        wins[duel.first()][duel.second()] += forFirst;
        wins[duel.second()][duel.first()] += 1 - forFirst;
      }
    }
    return wins;
  }
}
