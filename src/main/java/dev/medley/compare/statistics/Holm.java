package dev.medley.compare.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for how many tests were made, so that among all of them the chance of even one
 * false claim stays below the level: S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6 (1979).
 */
final class Holm {
  private Holm() {}

  /** Adjusted p-values, in the order given, none above 1. */
  static double[] adjusted(double... p) {
    int[] ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = Arrays.copyOf(p, p.length);
    double atLeast = 0;
    for (int rank = 0; rank < p.length; rank++) {
      atLeast = Math.max(atLeast, Math.min(1, p[ascending[rank]] * (p.length - rank)));
      adjusted[ascending[rank]] = atLeast;
    }
    return adjusted;
  }
}
