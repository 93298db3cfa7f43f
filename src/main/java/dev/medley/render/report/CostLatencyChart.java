package dev.medley.render.report;

import dev.medley.compare.totals.ModelTotals;
import dev.medley.render.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Each model as a circle: cost of an answer to the right, median latency upwards, both from zero;
 * how much of the circle is filled is the share of answers that passed.
 */
final class CostLatencyChart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;
  private static final int LEFT = 62;
  private static final int BOTTOM = 44;
  private static final int TOP = 18;
  private static final int RIGHT = 24;
  private static final int RADIUS = 9;

  private CostLatencyChart() {}

  /** What an answer costs on average; empty where that is not known. */
  static Optional<BigDecimal> perAnswer(ModelTotals model) {
    int answers = model.counts().answered();
    return answers == 0 || model.cost().atLeast()
        ? Optional.empty()
        : model.cost().usd().map(u -> u.divide(BigDecimal.valueOf(answers), MathContext.DECIMAL32));
  }

  static String svg(List<ModelTotals> models) {
    List<Integer> shown =
        IntStream.range(0, models.size())
            .filter(i -> perAnswer(models.get(i)).isPresent() && models.get(i).total().isPresent())
            .boxed()
            .toList();
    if (shown.isEmpty()) {
      return "";
    }
    double mostUsd = Axis.top(shown.stream().mapToDouble(i -> usd(models.get(i))).max().orElse(0));
    double mostTime =
        Axis.top(shown.stream().mapToDouble(i -> seconds(models.get(i))).max().orElse(0));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<figure><figcaption>Cost of an answer and median latency; the filled part is the"
                + " share that passed%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"Cost against latency\">",
            Html.escaped(missing(models)),
            WIDTH,
            HEIGHT));
    axes(svg, mostUsd, mostTime);
    for (int i : shown) {
      circle(svg, models.get(i), i, mostUsd, mostTime);
    }
    return svg.append("</svg></figure>").toString();
  }

  /** Who has answered, but at a cost that is not known, has no place. */
  private static String missing(List<ModelTotals> models) {
    String names =
        models.stream()
            .filter(model -> model.counts().answered() > 0 && perAnswer(model).isEmpty())
            .map(model -> model.model().toString())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; without " + names + ", whose cost is not known";
  }

  private static double usd(ModelTotals model) {
    return perAnswer(model).orElseThrow().doubleValue();
  }

  private static double seconds(ModelTotals model) {
    return model.total().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private static double x(double usd, double most) {
    return LEFT + usd / most * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double seconds, double most) {
    return HEIGHT - BOTTOM - seconds / most * (HEIGHT - BOTTOM - TOP);
  }

  private static void axes(StringBuilder svg, double mostUsd, double mostTime) {
    for (int i = 0; i <= 4; i++) {
      double usd = mostUsd * i / 4;
      double time = mostTime * i / 4;
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\""
                  + " class=\"end\">%s</text><text x=\"%.1f\" y=\"%d\" class=\"mid\">%s</text>",
              LEFT,
              y(time, mostTime),
              WIDTH - RIGHT,
              LEFT - 8,
              y(time, mostTime) + 4,
              Figures.seconds(Duration.ofNanos((long) (time * 1e9))),
              x(usd, mostUsd),
              HEIGHT - BOTTOM + 20,
              Figures.usd(BigDecimal.valueOf(usd).round(new MathContext(3)))));
    }
  }

  private static void circle(
      StringBuilder svg, ModelTotals model, int position, double mostUsd, double mostTime) {
    double x = x(usd(model), mostUsd);
    double y = y(seconds(model), mostTime);
    double share = model.counts().passRate().orElse(1.0);
    boolean leftward = x > WIDTH * 0.7;
    String hue = "m" + position % HtmlCases.HUES;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g class=\"%s\"><title>%s: %s, %s</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\""
                + " class=\"ring\"/>%s<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text></g>",
            hue,
            Html.escaped(model.model().toString()),
            Figures.seconds(model.total()),
            perAnswer(model).map(Figures::usd).orElse(""),
            x,
            y,
            RADIUS,
            slice(x, y, share),
            leftward ? x - RADIUS - 5 : x + RADIUS + 5,
            y + 4,
            leftward ? "end" : "start",
            Html.escaped(model.model().toString())));
  }

  private static String slice(double x, double y, double share) {
    if (share >= 1) {
      return String.format(
          Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" class=\"fill\"/>", x, y, RADIUS);
    }
    double angle = 2 * Math.PI * share;
    return String.format(
        Locale.ROOT,
        "<path class=\"fill\" d=\"M%.1f %.1fV%.1fA%d %d 0 %d 1 %.2f %.2fZ\"/>",
        x,
        y,
        y - RADIUS,
        RADIUS,
        RADIUS,
        share > 0.5 ? 1 : 0,
        x + RADIUS * Math.sin(angle),
        y - RADIUS * Math.cos(angle));
  }
}
