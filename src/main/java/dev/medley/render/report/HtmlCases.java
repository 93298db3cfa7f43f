package dev.medley.render.report;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.render.Figures;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Each prompt with the answers side by side, to be filtered and sorted. */
final class HtmlCases {
  /** How many colours tell models apart. */
  static final int HUES = 8;

  private final Report report;

  HtmlCases(Report report) {
    this.report = report;
  }

  void write(Writer out) throws IOException {
    out.write("<section aria-labelledby=\"p\"><h2 id=\"p\">Prompts</h2>\n");
    out.write(
        "<div class=\"tools\" hidden><label>Filter <input id=\"filter\" type=\"search\""
            + " placeholder=\"text of prompt or answer\"></label><label>Show <select id=\"show\">"
            + "<option value=\"all\">all</option><option value=\"failed\">with failures</option>"
            + "<option value=\"differ\">passed by some only</option></select></label><label>Sort"
            + " <select id=\"sort\"><option value=\"number\">as asked</option><option"
            + " value=\"slow\">slowest first</option><option value=\"cost\">dearest first</option>"
            + "<option value=\"bad\">most failures first</option></select></label><output"
            + " id=\"count\" aria-live=\"polite\"></output><kbd title=\"/ filter, j and k next and"
            + " previous prompt\">/ j k</kbd></div>\n<div id=\"cases\">\n");
    report.results().forEach(group -> write(group, out));
    out.write("</div></section>\n");
  }

  private void write(Group group, Writer out) throws IOException {
    Case asked = group.asked();
    out.write(
        String.format(
            Locale.ROOT,
            "<article tabindex=\"-1\" data-number=\"%d\" data-slow=\"%.4f\" data-cost=\"%.9f\""
                + " data-bad=\"%d\" data-good=\"%d\">",
            asked.number(),
            slowest(group),
            cost(group),
            bad(group),
            good(group)));
    out.write("<h3>" + asked.number() + " <small>" + Html.escaped(asked.key()) + "</small>");
    out.write(asked.run() > 1 ? " <small>run " + asked.run() + "</small>" : "");
    out.write("</h3>\n");
    Optional<String> system = asked.question().system();
    if (system.isPresent()) {
      out.write("<div class=\"system\"><b>System</b> " + Html.escaped(system.get()) + "</div>");
    }
    if (!asked.question().options().fields().isEmpty()) {
      out.write("<div class=\"system\"><b>Options</b> ");
      out.write(Html.escaped(asked.question().options().fields().toString()) + "</div>");
    }
    out.write("<div class=\"prompt\">" + Html.escaped(asked.question().prompt()) + "</div>\n");
    out.write("<div class=\"answers\">\n");
    for (int i = 0; i < report.models().size(); i++) {
      answer(report.models().get(i), group.results().get(i), i, out);
    }
    out.write("</div></article>\n");
  }

  private static void answer(ModelRef model, Optional<CaseResult> found, int position, Writer out)
      throws IOException {
    out.write("<section class=\"answer\"><h4><i class=\"dot m" + position % HUES + "\"></i> ");
    out.write(Html.escaped(model.toString()) + "</h4>");
    if (found.isEmpty()) {
      out.write("<p class=\"facts\">not asked</p></section>\n");
      return;
    }
    CaseResult result = found.get();
    out.write("<p class=\"facts\">" + Html.escaped(facts(result)) + "</p>");
    for (CheckResult check : result.checks()) {
      out.write("<p class=\"check " + (check.passed() ? "good\">✓ " : "bad\">✗ "));
      out.write(Html.escaped(check.check()));
      out.write(
          check.detail().isEmpty() ? "" : " <small>" + Html.escaped(check.detail()) + "</small>");
      out.write("</p>");
    }
    if (result.failure().isPresent()) {
      out.write("<p class=\"check bad\">" + Html.escaped(result.failure().get().kind().words()));
      out.write(": " + Html.escaped(result.failure().get().message()) + "</p>");
    }
    String reasoning = result.outcome().reply().reasoning();
    if (!reasoning.isBlank()) {
      out.write("<details><summary>Reasoning</summary><pre>");
      out.write(Html.escaped(reasoning) + "</pre></details>");
    }
    out.write("<div class=\"text\">" + Html.markdown(result.text()) + "</div></section>\n");
  }

  private static String facts(CaseResult result) {
    var timing = result.outcome().timing();
    String first = timing.firstToken().map(t -> " (first " + Figures.seconds(t) + ")").orElse("");
    String tries = result.bill().tries() > 1 ? " · " + result.bill().tries() + " tries" : "";
    String cut = result.outcome().reply().cutByLength() ? " · cut off by length" : "";
    return Figures.seconds(timing.total())
        + first
        + " · "
        + Figures.tokens(result.bill().usage())
        + " · "
        + Figures.cost(result.bill().cost())
        + tries
        + cut;
  }

  private static double slowest(Group group) {
    return group.results().stream()
        .flatMap(Optional::stream)
        .mapToDouble(r -> r.outcome().timing().total().toNanos() / 1e9)
        .max()
        .orElse(0);
  }

  private static double cost(Group group) {
    return group.results().stream()
        .flatMap(Optional::stream)
        .flatMap(r -> r.bill().cost().usd().stream())
        .mapToDouble(BigDecimal::doubleValue)
        .sum();
  }

  private static long bad(Group group) {
    return group.results().stream().flatMap(Optional::stream).filter(r -> !r.passed()).count();
  }

  private static long good(Group group) {
    return group.results().stream().flatMap(Optional::stream).filter(CaseResult::passed).count();
  }
}
