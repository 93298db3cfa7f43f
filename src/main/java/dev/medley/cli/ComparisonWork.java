package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.compare.MatrixRun.Matrix;
import dev.medley.compare.cases.CaseCursor;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.dispatch.Dispatcher.Ending;
import dev.medley.compare.journal.Earlier;
import dev.medley.compare.journal.Journals;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Question;
import dev.medley.compare.matrix.ResultSink;
import dev.medley.compare.totals.Totals;
import dev.medley.history.PastFile;
import dev.medley.history.Recorder;
import dev.medley.render.CheckSummary;
import dev.medley.render.ComparisonPart;
import dev.medley.render.MatrixSummary;
import dev.medley.send.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What compare does once it knows what to ask whom: a single prompt, or many cases. */
final class ComparisonWork {
  private final ComparisonSetting setting;
  private final boolean baseline;
  private LayoutOption layout = new LayoutOption();

  /**
   * @param baseline whether differences to the first model are shown
   */
  ComparisonWork(ComparisonSetting setting, boolean baseline) {
    this.setting = setting;
    this.baseline = baseline;
  }

  /** How the answers to a single prompt are laid out. */
  ComparisonWork laidOut(LayoutOption wanted) {
    layout = wanted;
    return this;
  }

  /**
   * How questions are sent and remembered.
   *
   * @param prompts makes the prompt that is sent
   * @param files what of the prompts came from files
   */
  record Sending(Function<Question, Prompt> prompts, List<PastFile> files, Recorder recorder) {}

  /** What would be sent. */
  int preview(Cases cases, Function<Question, Prompt> prompts) throws IOException {
    if (cases.count() == 1) {
      Prompt only = prompts.apply(first(cases).question());
      setting
          .console()
          .println(DryRun.document(setting.panel().targets(), only, setting.panel().opened()));
    } else {
      DryRun.write(setting.panel(), cases, prompts, setting.console());
    }
    return ExitCode.OK;
  }

  /** One prompt, shown while it is answered. */
  int single(
      Cases cases, Sending sending, CheckOptions checks, ResultOptions files, Verdicts verdicts)
      throws IOException {
    checks.least();
    Case asked = first(cases);
    Prompt prompt = sending.prompts().apply(asked.question());
    Totals totals = new Totals(setting.panel().refs());
    List<ComparisonPart> parts = new ArrayList<>(verdicts.ofSingle(setting.panel().refs()));
    if (!asked.checks().isEmpty()) {
      parts.add(new CheckSummary());
    }
    Journals journals = kept(files, parts);
    List<ResultSink> all = new ArrayList<>(journals.others());
    all.add(totals);
    var question = question(prompt, sending);
    ComparisonRecord record = record(sending);
    List<Delivery> results =
        new SingleComparison(setting, baseline)
            .blind(verdicts.vote().isPresent())
            .laidOut(layout)
            .run(
                prompt,
                asked,
                result -> record.keep(question, result),
                new Takers(
                    List.of(),
                    all,
                    parts,
                    files.reports(setting.services(), setting.panel().refs(), parts)));
    int code = ExitCode.of(results);
    return code == ExitCode.OK && !checks.passed(totals) ? ExitCode.CHECKS_FAILED : code;
  }

  /** All cases, each kept as soon as it is answered. */
  int matrix(
      Cases cases, Sending sending, CheckOptions checks, ResultOptions files, Verdicts verdicts)
      throws IOException {
    checks.least();
    Panel once = setting.panel().withoutDoubles();
    long count = cases.count();
    if (count == 0) {
      throw CommandFailed.usage("no prompts in " + cases.rows().name(), "write one a row");
    }
    Earlier earlier = files.earlier(setting.services(), cases, once.refs());
    if (earlier.strange()) {
      setting
          .console()
          .note(
              setting.console().errStyle().yellow("warning:")
                  + " none of the results that are there belongs to these prompts and models");
    }
    MatrixSummary summary = new MatrixSummary(once.refs(), baseline);
    List<ComparisonPart> parts = new ArrayList<>(List.of(summary));
    parts.addAll(verdicts.ofMany(once.refs()));
    Journals journals = kept(files, parts);
    ComparisonRecord record = record(sending);
    Ending ending =
        new MatrixComparison(setting.asking(once))
            .run(
                new Matrix(once.targets(), cases, earlier, sending.prompts()),
                count,
                new Takers(
                    journals.resumed().stream().toList(),
                    journals.others(),
                    parts,
                    files.reports(setting.services(), once.refs(), parts)),
                (asked, delivery) -> {
                  if (sending.recorder().keeps()) {
                    Prompt prompt = sending.prompts().apply(asked.question());
                    record.keep(question(prompt, sending), delivery);
                  }
                });
    if (ending != Ending.COMPLETE) {
      files
          .resumable()
          .ifPresent(
              name -> setting.console().note("  → stopped early; go on with --resume " + name));
    }
    Totals totals = summary.totals();
    return ExitCode.of(ending, totals.counts(), checks.passed(totals));
  }

  private Journals kept(ResultOptions files, List<ComparisonPart> parts) throws IOException {
    Journals journals = files.journals(setting.services());
    for (ComparisonPart part : parts) {
      part.keepIn(journals);
    }
    return journals;
  }

  private static Case first(Cases cases) throws IOException {
    try (CaseCursor cursor = cases.walk()) {
      return cursor.next().orElseThrow();
    }
  }

  private ComparisonRecord record(Sending sending) {
    return new ComparisonRecord(
        sending.recorder(), setting.services()::newId, setting.services().clock().now());
  }

  private dev.medley.history.Question question(Prompt prompt, Sending sending) {
    return dev.medley.history.Question.of(
        prompt, setting.panel().names(), sending.files(), setting.panel().form().described());
  }
}
