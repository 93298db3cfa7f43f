package dev.medley.render.report;

import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.render.Fence;
import dev.medley.render.Figures;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** To be read and sent: the table, what it comes to, then each prompt with the answers. */
final class MarkdownReport implements ReportFormat {
  @Override
  public void write(Report report, Writer out) throws IOException {
    out.write("# Comparison of " + cell(names(report)) + "\n\n");
    out.write(report.heading() + "\n\n");
    table(report, out);
    if (!report.notes().isEmpty()) {
      out.write("\n" + fenced(String.join("\n", report.notes())));
    }
    report.results().forEach(group -> write(group, report, out));
  }

  private static String names(Report report) {
    return String.join(", ", report.models().stream().map(Object::toString).toList());
  }

  private static void table(Report report, Writer out) throws IOException {
    out.write("| model | ok | first p50 | total p50 | tokens | cost | passed |\n");
    out.write("|---|--:|--:|--:|--:|--:|--:|\n");
    for (ModelTotals model : report.totals()) {
      var counts = model.counts();
      String passed = counts.checked() == 0 ? "" : counts.passed() + "/" + counts.checked();
      out.write(
          String.format(
              Locale.ROOT,
              "| %s | %d/%d | %s | %s | %s | %s | %s |\n",
              cell(model.model().toString()),
              counts.answered(),
              counts.asked(),
              Figures.seconds(model.firstToken()),
              Figures.seconds(model.total()),
              Figures.tokens(model.usage()),
              Figures.cost(model.cost()),
              passed));
    }
  }

  private static void write(Group group, Report report, Writer out) throws IOException {
    out.write(
        "\n## " + group.asked().number() + ". " + cell(group.asked().key()) + run(group) + "\n\n");
    Optional<String> system = group.asked().question().system();
    if (system.isPresent()) {
      out.write("System:\n\n" + fenced(system.get()) + "\n");
    }
    out.write(fenced(group.asked().question().prompt()));
    for (int i = 0; i < report.models().size(); i++) {
      out.write("\n### " + cell(report.models().get(i).toString()) + "\n\n");
      out.write(group.results().get(i).map(MarkdownReport::answer).orElse("not asked\n"));
    }
  }

  private static String run(Group group) {
    return group.asked().run() > 1 ? ", run " + group.asked().run() : "";
  }

  private static String answer(CaseResult result) {
    StringBuilder text = new StringBuilder();
    text.append(Figures.seconds(result.outcome().timing().total()))
        .append(" · ")
        .append(Figures.tokens(result.bill().usage()))
        .append(" tokens · ")
        .append(Figures.cost(result.bill().cost()))
        .append("\n\n");
    result
        .failure()
        .ifPresent(
            f ->
                text.append("**")
                    .append(f.kind().words())
                    .append("**: ")
                    .append(cell(f.message()))
                    .append("\n\n"));
    if (!result.text().isBlank()) {
      text.append(fenced(result.text()));
    }
    for (CheckResult check : result.checks()) {
      text.append(check.passed() ? "\n- passed: " : "\n- **did not pass**: ");
      text.append(cell(check.check()));
      text.append(check.detail().isEmpty() ? "" : " (" + cell(check.detail()) + ")");
    }
    return text.append(result.checks().isEmpty() ? "" : "\n").toString();
  }

  /** In a fence that the text cannot close. */
  private static String fenced(String text) {
    return Fence.around(CleanText.of(text)) + "\n";
  }

  /** In one line, without markup of its own. */
  private static String cell(String text) {
    return CleanText.of(text).replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
