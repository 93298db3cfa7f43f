package dev.medley.render.report;

import dev.medley.compare.statistics.Interval;
import dev.medley.compare.statistics.ModelFigures;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.render.Figures;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What it comes to: the table, the notes, the charts. */
final class HtmlSummary {
  /** The same report has the same intervals. */
  private static final long SEED = 1;

  private final Report report;

  HtmlSummary(Report report) {
    this.report = report;
  }

  void write(Writer out) throws IOException {
    out.write("<section aria-labelledby=\"s\"><h2 id=\"s\">Summary</h2>\n<div class=\"wide\">");
    out.write("<table class=\"sortable\"><thead><tr>");
    for (String head :
        List.of(
            "Model",
            "Answered",
            "Passed",
            "First p50",
            "Total p50",
            "Total p95",
            "Mean (95 %)",
            "Tokens in → out",
            "Cost",
            "Per answer")) {
      boolean text = head.equals("Model");
      out.write("<th scope=\"col\"" + (text ? "" : " class=\"n\"") + "><button type=\"button\">");
      out.write(head + "</button></th>");
    }
    out.write("</tr></thead><tbody>\n");
    for (int i = 0; i < report.totals().size(); i++) {
      row(report.totals().get(i), report.figures().get(i), i, out);
    }
    out.write("</tbody></table></div>\n");
    if (!report.notes().isEmpty()) {
      out.write(
          "<pre class=\"notes\">" + Html.escaped(String.join("\n", report.notes())) + "</pre>\n");
    }
    out.write("<div class=\"charts\">");
    out.write(CostLatencyChart.svg(report.totals()));
    out.write(LatencyChart.svg(report.figures()));
    out.write("</div></section>\n");
  }

  private static void row(ModelTotals model, ModelFigures.Row figures, int position, Writer out)
      throws IOException {
    var counts = model.counts();
    out.write("<tr><th scope=\"row\"><i class=\"dot m" + position % HtmlCases.HUES + "\"></i> ");
    out.write(Html.escaped(model.model().toString()) + "</th>");
    cell(out, counts.answered(), counts.answered() + "/" + counts.asked());
    cell(
        out,
        counts.passRate().orElse(-1.0),
        counts.checked() == 0 ? Figures.UNKNOWN : counts.passed() + "/" + counts.checked());
    time(out, model.firstToken());
    time(out, model.total());
    time(out, seconds(figures.p95().isPresent() ? figures.p95().getAsDouble() : -1));
    cell(out, figures.times().mean().orElse(-1), mean(figures));
    cell(out, model.usage().outputTokens().orElse(-1), Figures.tokens(model.usage()));
    BigDecimal usd = model.cost().usd().orElse(BigDecimal.ONE.negate());
    cell(out, usd.doubleValue(), Figures.cost(model.cost()));
    Optional<BigDecimal> each = CostLatencyChart.perAnswer(model);
    cell(
        out,
        each.map(BigDecimal::doubleValue).orElse(-1.0),
        each.map(Figures::usd).orElse(Figures.UNKNOWN));
    out.write("</tr>\n");
  }

  private static String mean(ModelFigures.Row figures) {
    if (figures.times().mean().isEmpty()) {
      return Figures.UNKNOWN;
    }
    String mean = String.format(Locale.ROOT, "%.2f s", figures.times().mean().getAsDouble());
    Optional<Interval> interval = figures.meanInterval(new Random(SEED));
    return interval
        .map(i -> String.format(Locale.ROOT, "%s (%.2f–%.2f)", mean, i.low(), i.high()))
        .orElse(mean);
  }

  private static Optional<Duration> seconds(double seconds) {
    return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofNanos((long) (seconds * 1e9)));
  }

  private static void time(Writer out, Optional<Duration> time) throws IOException {
    cell(out, time.map(t -> t.toNanos() / 1e9).orElse(-1.0), Figures.seconds(time));
  }

  /** With the figure itself, for sorting. */
  private static void cell(Writer out, double value, String text) throws IOException {
    out.write(
        String.format(
            Locale.ROOT, "<td class=\"n\" data-v=\"%.9g\">%s</td>", value, Html.escaped(text)));
  }
}
