package dev.medley.compare.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Tests of the same cases before and after. */
public final class PairedTest {
  public static final String OF_TIMES = "Wilcoxon signed-rank";
  public static final String OF_RATES = "exact McNemar";

  private static final int LARGE = 50;
  private static final NaturalRanking RANKING = new NaturalRanking(TiesStrategy.AVERAGE);

  private PairedTest() {}

  /**
   * Whether times tend to have grown or shrunk: F. Wilcoxon, Biometrics Bulletin 1 (1945),
   * two-sided; cases without a difference do not count. Exact below 50 of them, whether or not some
   * differ by as much as others; else by the normal approximation. Empty below five cases.
   *
   * @param before times of the cases, in the order of {@code after}
   */
  public static OptionalDouble ofTimes(double[] before, double[] after) {
    if (before.length < Sample.LEAST) {
      return OptionalDouble.empty();
    }
    double[] differences =
        IntStream.range(0, before.length)
            .mapToDouble(i -> after[i] - before[i])
            .filter(difference -> difference != 0)
            .toArray();
    return OptionalDouble.of(
        differences.length < LARGE
            ? exact(differences)
            : WilcoxonSignedRankTest.withDefaults().test(differences).getPValue());
  }

  /**
   * Over all ways to give the differences their signs. Ranks are doubled, so that the mean rank of
   * equal ones is a whole number.
   */
  private static double exact(double[] differences) {
    double[] ranks = RANKING.apply(Arrays.stream(differences).map(Math::abs).toArray());
    int most = differences.length * (differences.length + 1);
    double[] ways = new double[most + 1];
    ways[0] = 1;
    int longer = 0;
    for (int i = 0; i < ranks.length; i++) {
      int rank = (int) Math.round(2 * ranks[i]);
      longer += differences[i] > 0 ? rank : 0;
      for (int sum = most; sum >= 0; sum--) {
        ways[sum] = (ways[sum] + (sum >= rank ? ways[sum - rank] : 0)) / 2;
      }
    }
    int less = Math.min(longer, most - longer);
    return Math.min(1, 2 * IntStream.rangeClosed(0, less).mapToDouble(sum -> ways[sum]).sum());
  }

  /**
   * Whether a rate has changed, by the cases that changed sides: Q. McNemar, Psychometrika 12
   * (1947), as a two-sided binomial test. Empty below five cases.
   *
   * @param worse cases that were right and are not any more
   * @param better cases that were not and now are
   * @param n all cases
   */
  public static OptionalDouble ofRates(int worse, int better, int n) {
    if (n < Sample.LEAST) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        worse + better == 0
            ? 1
            : BinomialTest.withDefaults().test(worse + better, worse, 0.5).getPValue());
  }

  /** P-values of several tests, corrected for their number; what is empty was no test. */
  public static OptionalDouble[] corrected(OptionalDouble... p) {
    double[] tests =
        Arrays.stream(p)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    double[] adjusted = Holm.adjusted(tests);
    OptionalDouble[] all = p.clone();
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i].isPresent()) {
        all[i] = OptionalDouble.of(adjusted[next++]);
      }
    }
    return all;
  }
}
