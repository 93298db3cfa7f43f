package dev.medley.cli;

import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.compare.Comparison;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Collector;
import dev.medley.compare.matrix.ResultSink;
import dev.medley.history.Heading;
import dev.medley.render.Baseline;
import dev.medley.render.ComparisonPart;
import dev.medley.render.ComparisonTable;
import dev.medley.render.JsonReport;
import dev.medley.render.Run;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts one prompt to several models and shows all answers. */
final class SingleComparison {
  private final ComparisonSetting setting;
  private final boolean baseline;
  private boolean blind;
  private LayoutOption layout = new LayoutOption();

  /**
   * @param baseline whether differences to the first model are shown
   */
  SingleComparison(ComparisonSetting setting, boolean baseline) {
    this.setting = setting;
    this.baseline = baseline;
  }

  /** Whether answers are not to be shown here, with their names. */
  SingleComparison blind(boolean withoutNames) {
    blind = withoutNames;
    return this;
  }

  /** How the answers are laid out. */
  SingleComparison laidOut(LayoutOption wanted) {
    layout = wanted;
    return this;
  }

  private ComparisonView view(Prompt prompt) {
    return blind
        ? ComparisonView.NONE
        : layout.view(
            setting.services(),
            setting.output(),
            setting.console(),
            setting.panel().form(),
            new LayoutOption.Asked(setting.panel().targets(), prompt));
  }

  /**
   * @param asked the prompt as a case
   * @param headings gives each result its place in the history
   */
  List<Delivery> run(Prompt prompt, Case asked, Function<Delivery, Heading> headings, Takers takers)
      throws IOException {
    Comparison comparison =
        new Comparison(
            setting.services().sender(setting.panel().opened()),
            setting.panel().dispatcher(),
            setting.services().clock());
    List<ResultSink> files = new ArrayList<>(takers.fresh());
    files.addAll(takers.all());
    List<Delivery> results;
    try (Collector kept = new Collector(files);
        Collector collector = new Collector(sinks(kept::add, takers));
        ComparisonView view = view(prompt)) {
      results =
          comparison.run(
              setting.panel().targets(),
              prompt,
              setting.panel().policy(),
              new Collecting(view.audience(), asked, setting.panel().form(), collector),
              setting.services().cancellation());
    }
    List<Run> runs =
        results.stream().map(result -> run(headings.apply(result), result, prompt)).toList();
    show(results, runs, takers.parts());
    return results;
  }

  /** Parts may keep something of their own until they are closed, so files are closed last. */
  private static List<ResultSink> sinks(ResultSink files, Takers takers) {
    List<ResultSink> sinks = new ArrayList<>(List.of(files));
    sinks.addAll(takers.parts());
    sinks.addAll(takers.reports());
    return sinks;
  }

  /** An audience whose results are also collected. */
  private record Collecting(
      Comparison.Audience audience, Case asked, AnswerForm form, Collector collector)
      implements Comparison.Audience {
    @Override
    public SendListener listener(int position) {
      return audience.listener(position);
    }

    @Override
    public void finished(int position, Delivery result) {
      audience.finished(position, result);
      boolean interrupted =
          result.failure().filter(f -> f.kind() == FailureKind.INTERRUPTED).isPresent();
      if (!interrupted) {
        try {
          collector.add(
              CaseResult.of(asked, result, form.extracted(result)).checked(asked.checks()));
        } catch (IOException notKept) {
          throw new UncheckedIOException(notKept);
        }
      }
    }
  }

  private Run run(Heading kept, Delivery result, Prompt prompt) {
    return new Run(
        kept.id(),
        kept.command(),
        prompt,
        kept.at(),
        Optional.empty(),
        result,
        setting.panel().form().extracted(result),
        kept.place().conversationId());
  }

  private void show(List<Delivery> results, List<Run> runs, List<ComparisonPart> parts) {
    if (setting.output().json) {
      setting.console().println(JsonReport.of(runs, parts));
      return;
    }
    ComparisonTable.lines(results, setting.console().outStyle(), setting.console().columns())
        .forEach(setting.console()::println);
    if (baseline) {
      Baseline.of(results).forEach(setting.console()::println);
    }
    parts.stream()
        .flatMap(
            part -> part.lines(setting.console().outStyle(), setting.console().columns()).stream())
        .forEach(setting.console()::println);
  }
}
