package dev.medley.render;

import dev.medley.compare.statistics.Faster;
import dev.medley.compare.statistics.ModelFigures.Row;
import dev.medley.compare.statistics.Sample;
import dev.medley.compare.statistics.SpeedClaim;
import dev.medley.compare.statistics.SpeedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Who is faster than whom, in sentences: what is proven, and what is not. */
final class SpeedText {
  private SpeedText() {}

  static List<String> lines(List<Row> rows) {
    List<Faster> pairs = SpeedTest.of(rows.stream().map(Row::times).toList());
    List<String> lines = new ArrayList<>();
    for (SpeedClaim claim : SpeedClaim.of(pairs)) {
      lines.add(claim(claim, rows, pairs.size()));
    }
    long open = pairs.stream().filter(pair -> !pair.proven()).count();
    if (open == 1 && rows.size() > 1) {
      pairs.stream().filter(p -> !p.proven()).forEach(pair -> lines.add(undecided(pair, rows)));
    } else if (open > 1) {
      lines.add("no difference in speed shown for " + open + " of " + pairs.size() + " pairs");
    }
    lines.addAll(tooFew(rows));
    return lines;
  }

  private static String claim(SpeedClaim claim, List<Row> rows, int pairs) {
    List<Integer> all = new ArrayList<>(claim.slower());
    all.add(claim.faster());
    return name(rows, claim.faster())
        + " is faster than "
        + listed(claim.slower().stream().map(i -> name(rows, i)).toList())
        + " ("
        + p(claim.p())
        + ", "
        + SpeedTest.NAME
        + (pairs > 1 ? " with Holm's correction for " + pairs + " pairs" : "")
        + ", "
        + sizes(all, rows)
        + ")";
  }

  private static String undecided(Faster pair, List<Row> rows) {
    int first = Math.min(pair.faster(), pair.slower());
    int second = Math.max(pair.faster(), pair.slower());
    return "no difference in speed shown between "
        + name(rows, first)
        + " and "
        + name(rows, second)
        + " ("
        + p(pair.p())
        + ", "
        + sizes(List.of(first, second), rows)
        + ")";
  }

  private static List<String> tooFew(List<Row> rows) {
    List<String> few =
        rows.stream()
            .filter(row -> !row.times().allowsClaims())
            .map(row -> row.model().toString())
            .toList();
    if (few.isEmpty() || rows.size() < 2) {
      return List.of();
    }
    String about = few.size() == rows.size() ? "" : " for " + listed(few);
    return List.of("no claim about speed" + about + ": fewer than " + Sample.LEAST + " answers");
  }

  private static String sizes(List<Integer> models, List<Row> rows) {
    int least = size(models, rows).min().orElseThrow();
    int most = size(models, rows).max().orElseThrow();
    return least == most ? "n = " + least : "n ≥ " + least;
  }

  private static IntStream size(List<Integer> models, List<Row> rows) {
    return models.stream().mapToInt(i -> rows.get(i).times().size());
  }

  private static String name(List<Row> rows, int position) {
    return rows.get(position).model().toString();
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** {@code p = 0.031}, or {@code p < 0.001}. */
  static String p(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }
}
