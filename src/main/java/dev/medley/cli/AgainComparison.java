package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Question;
import dev.medley.config.Target;
import dev.medley.history.Recorder;
import dev.medley.send.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An earlier prompt, put to several models side by side. */
final class AgainComparison {
  private final Services services;
  private final OutputOptions output;
  private final Console console;
  private final Targets targets;
  private final Panel panel;

  /**
   * @param panel who is asked, and how
   */
  AgainComparison(
      Services services, OutputOptions output, Console console, Targets targets, Panel panel) {
    this.services = services;
    this.output = output;
    this.console = console;
    this.targets = targets;
    this.panel = panel;
  }

  /** The exit code. */
  int run(Request request) {
    if (output.dryRun) {
      console.println(DryRun.document(panel.targets(), request.prompt(), panel.opened()));
      return ExitCode.OK;
    }
    Recording recording = new Recording(services, console);
    Recorder recorder = recording.begin(output, targets.settings().history());
    try {
      return ExitCode.of(compared(request, recorder));
    } catch (IOException noFileIsWritten) {
      throw new UncheckedIOException(noFileIsWritten);
    } finally {
      recording.end(recorder);
    }
  }

  private List<Delivery> compared(Request request, Recorder recorder) throws IOException {
    Prompt prompt = request.prompt();
    List<String> names = panel.targets().stream().map(Target::name).toList();
    var question =
        dev.medley.history.Question.of(prompt, names, request.files(), panel.form().described());
    ComparisonRecord record =
        new ComparisonRecord(recorder, services::newId, services.clock().now())
            .standing(request::place);
    return new SingleComparison(services, output, console, panel, false)
        .run(
            prompt,
            only(prompt),
            result -> record.keep(question, result),
            new Takers(List.of(), List.of(), List.of(), List.of()));
  }

  private static Case only(Prompt prompt) {
    Optional<String> system = Optional.of(prompt.systemText()).filter(text -> !text.isEmpty());
    Question question = new Question(prompt.userText(), system, prompt.parameters(), Map.of());
    return new Case("again", 1, 1, question, List.of());
  }
}
