package dev.medley.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Who is faster than whom: the Mann–Whitney U test on every pair, two-sided, with Holm's correction
 * over all pairs. It asks whether the times of one tend to be shorter, and supposes no normal
 * distribution: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947). Exact
 * below 50 measurements without ties, else by the normal approximation with its corrections for
 * ties and continuity. Models with fewer than five measurements take no part.
 */
public final class SpeedTest {
  public static final String NAME = "Mann–Whitney";

  private SpeedTest() {}

  /** Every pair that allows a claim, in the order of positions. */
  public static List<Faster> of(List<Sample> times) {
    int[] enough =
        IntStream.range(0, times.size()).filter(i -> times.get(i).allowsClaims()).toArray();
    List<Faster> raw = new ArrayList<>();
    for (int i = 0; i < enough.length; i++) {
      for (int j = i + 1; j < enough.length; j++) {
        raw.add(pair(times, enough[i], enough[j]));
      }
    }
    double[] adjusted = Holm.adjusted(raw.stream().mapToDouble(Faster::p).toArray());
    return IntStream.range(0, raw.size())
        .mapToObj(i -> new Faster(raw.get(i).faster(), raw.get(i).slower(), adjusted[i]))
        .toList();
  }

  private static Faster pair(List<Sample> times, int a, int b) {
    double[] first = times.get(a).values();
    double[] second = times.get(b).values();
    var result = MannWhitneyUTest.withDefaults().test(first, second);
    // U counts the pairs in which the first one's time is the longer.
    boolean firstIsSlower = result.getStatistic() > first.length * (double) second.length / 2;
    // With nothing but ties there is no variance, and no p-value.
    double p = Double.isNaN(result.getPValue()) ? 1 : result.getPValue();
    return firstIsSlower ? new Faster(b, a, p) : new Faster(a, b, p);
  }
}
