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
  private final ComparisonSetting setting;
  private final Targets targets;

  /**
   * @param targets where the history is, among others
   */
  AgainComparison(ComparisonSetting setting, Targets targets) {
    this.setting = setting;
    this.targets = targets;
  }

  /** The exit code. */
  int run(Request request) {
    if (setting.output().dryRun) {
      setting
          .console()
          .println(
              DryRun.document(
                  setting.panel().targets(), request.prompt(), setting.panel().opened()));
      return ExitCode.OK;
    }
    Recording recording = new Recording(setting.services(), setting.console());
    Recorder recorder = recording.begin(setting.output(), targets.settings().history());
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
    List<String> names = setting.panel().targets().stream().map(Target::name).toList();
    var question =
        dev.medley.history.Question.of(
            prompt, names, request.files(), setting.panel().form().described());
    ComparisonRecord record =
        new ComparisonRecord(recorder, setting.services()::newId, setting.services().clock().now())
            .standing(request::place);
    return new SingleComparison(setting, false)
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
