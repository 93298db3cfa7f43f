package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastModel;
import dev.medley.history.PastRun;
import java.util.List;
import java.util.Optional;

/** Models that answered before, found again by the configuration of today. */
final class PastModels {
  private final Targets targets;

  PastModels(Targets targets) {
    this.targets = targets;
  }

  /**
   * The model that answered, by the name that it had then; by its own where that name now stands
   * for another. Ends the command where it cannot be found.
   */
  Target of(PastRun run) {
    PastModel model = run.ending().model();
    return named(model.name())
        .filter(target -> target.ref().equals(model.ref()))
        .or(() -> named(model.ref().toString()))
        .orElseThrow(() -> lost(run));
  }

  private Optional<Target> named(String name) {
    try {
      List<Target> found = targets.named(List.of(name));
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    } catch (CommandFailed unknown) {
      return Optional.empty();
    }
  }

  private static CommandFailed lost(PastRun run) {
    PastModel model = run.ending().model();
    String url =
        run.attempts().stream()
            .filter(attempt -> attempt.model().equals(model))
            .reduce((earlier, later) -> later)
            .map(PastAttempt::baseUrl)
            .orElse("URL");
    return new CommandFailed(
        Failure.of(FailureKind.CONFIG, "the model " + model.ref() + " of then is not known here")
            .withHint("name another with -m, or its endpoint with --base-url " + url));
  }
}
