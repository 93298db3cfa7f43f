package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastModel;
import dev.medley.history.PastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models that answered before, found again by the configuration of today. */
final class PastModels {
  private final Targets targets;

  PastModels(Targets targets) {
    this.targets = targets;
  }

  /** The model that answered, or was asked last; ends the command where it cannot be found. */
  Target of(PastRun run) {
    return found(run.ending().model(), run);
  }

  /** Those that could have been asked, in order; ends the command where one cannot be found. */
  List<Target> asked(PastRun run) {
    PastModel known = run.requested();
    List<Target> all = new ArrayList<>();
    for (String name : run.question().models()) {
      all.addAll(
          name.equals(known.name()) ? List.of(found(known, run)) : targets.named(List.of(name)));
    }
    return all;
  }

  /** By the name that it had then; by its own where that name now stands for another. */
  private Target found(PastModel model, PastRun run) {
    return same(model.name(), model)
        .or(() -> same(model.ref().toString(), model))
        .orElseThrow(() -> lost(model, run));
  }

  private Optional<Target> same(String name, PastModel model) {
    return named(name).filter(target -> target.ref().equals(model.ref()));
  }

  private Optional<Target> named(String name) {
    try {
      List<Target> found = targets.named(List.of(name));
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    } catch (CommandFailed unknown) {
      return Optional.empty();
    }
  }

  private static CommandFailed lost(PastModel model, PastRun run) {
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
