package dev.medley.render;

import dev.medley.chat.ModelRef;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.send.Delivery;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much more or less time and money the others took than the first model, a line each. */
public final class Baseline {
  /** The figures that are compared. */
  private record Figure(ModelRef model, Optional<Duration> total, Optional<BigDecimal> usd) {}

  private Baseline() {}

  /** Of one answer each. */
  public static List<String> of(List<Delivery> results) {
    return lines(
        results.stream()
            .map(
                result ->
                    new Figure(
                        result.requested().ref(),
                        Optional.of(result.outcome().timing().total())
                            .filter(total -> result.outcome().answered()),
                        result.cost().usd()))
            .toList());
  }

  /** Of medians and sums. */
  static List<String> ofTotals(List<ModelTotals> models) {
    return lines(
        models.stream().map(m -> new Figure(m.model(), m.total(), m.cost().usd())).toList());
  }

  private static List<String> lines(List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    Figure first = figures.get(0);
    for (Figure other : figures.subList(1, figures.size())) {
      List<String> parts = new ArrayList<>();
      if (first.total().isPresent() && other.total().isPresent()) {
        double base = first.total().get().toNanos();
        parts.add("total " + percent(other.total().get().toNanos(), base));
      }
      if (first.usd().isPresent() && other.usd().isPresent()) {
        double base = first.usd().get().doubleValue();
        parts.add("cost " + percent(other.usd().get().doubleValue(), base));
      }
      String differences = parts.isEmpty() ? "not known" : String.join(", ", parts);
      lines.add(other.model() + " against " + first.model() + ": " + differences);
    }
    return lines;
  }

  private static String percent(double value, double base) {
    if (base == 0) {
      return value == 0 ? "+0 %" : "more than nothing";
    }
    long percent = Math.round(100 * (value - base) / base);
    return String.format(Locale.ROOT, "%s%,d %%", percent < 0 ? "−" : "+", Math.abs(percent));
  }
}
