package dev.medley.render.report;

import dev.medley.compare.statistics.ModelFigures;
import dev.medley.render.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The distribution of latencies, a row a model: from the 5th to the 95th percentile as a line, the
 * middle half as a box, the median as a stroke.
 */
final class LatencyChart {
  private static final int WIDTH = 560;
  private static final int LEFT = 170;
  private static final int RIGHT = 24;
  private static final int ROW = 34;
  private static final int TOP = 10;
  private static final int LONGEST_NAME = 24;

  private LatencyChart() {}

  static String svg(List<ModelFigures.Row> rows) {
    double most =
        rows.stream().mapToDouble(row -> row.times().quantile(0.95).orElse(0)).max().orElse(0);
    if (most <= 0) {
      return "";
    }
    double top = Axis.top(most);
    int height = TOP + rows.size() * ROW + 34;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<figure><figcaption>Latency: 5 to 95 %%, the middle half, the median</figcaption>"
                + "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Distribution of"
                + " latencies\">",
            WIDTH,
            height));
    for (int i = 0; i <= 4; i++) {
      double at = top * i / 4;
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"grid\" d=\"M%.1f %dV%d\"/><text x=\"%.1f\" y=\"%d\""
                  + " class=\"mid\">%s</text>",
              x(at, top),
              TOP,
              height - 30,
              x(at, top),
              height - 12,
              Figures.seconds(Duration.ofNanos((long) (at * 1e9)))));
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), i, top);
    }
    return svg.append("</svg></figure>").toString();
  }

  private static void row(StringBuilder svg, ModelFigures.Row row, int position, double top) {
    double y = TOP + position * ROW + ROW / 2.0;
    String name = row.model().toString();
    String shown =
        name.length() > LONGEST_NAME
            ? "…" + name.substring(name.length() - LONGEST_NAME + 1)
            : name;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g class=\"m%d\"><text x=\"%d\" y=\"%.1f\" class=\"end\">%s</text>",
            position % HtmlCases.HUES,
            LEFT - 10,
            y + 4,
            Html.escaped(shown)));
    if (row.times().size() > 0) {
      svg.append(box(row, y, top));
    }
    svg.append("</g>");
  }

  private static String box(ModelFigures.Row row, double y, double top) {
    double[] at = new double[5];
    double[] parts = {0.05, 0.25, 0.5, 0.75, 0.95};
    for (int i = 0; i < parts.length; i++) {
      at[i] = x(row.times().quantile(parts[i]).orElseThrow(), top);
    }
    return String.format(
        Locale.ROOT,
        "<title>%s, median %.2f s, n = %d</title><path class=\"line\" d=\"M%.1f %.1fH%.1f\"/>"
            + "<rect class=\"box\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" rx=\"3\"/>"
            + "<path class=\"median\" d=\"M%.1f %.1fv18\"/>",
        Html.escaped(row.model().toString()),
        row.times().quantile(0.5).orElseThrow(),
        row.times().size(),
        at[0],
        y,
        at[4],
        at[1],
        y - 7,
        Math.max(3, at[3] - at[1]),
        at[2],
        y - 9);
  }

  private static double x(double seconds, double top) {
    return LEFT + seconds / top * (WIDTH - LEFT - RIGHT);
  }
}
