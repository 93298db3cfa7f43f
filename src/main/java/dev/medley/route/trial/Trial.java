package dev.medley.route.trial;

import dev.medley.config.RouteCase;
import dev.medley.config.Target;
import dev.medley.route.Decision;
import java.util.Optional;

/** A case and the decision that was taken for it. */
public record Trial(RouteCase expected, Decision decision) {
  /** Whether task and model are those expected, as far as they are. */
  public boolean passed() {
    return expected.expected().task().map(task -> task.equals(task())).orElse(true)
        && expected.expected().model().map(this::isModel).orElse(true);
  }

  private boolean isModel(String name) {
    return decision
        .model()
        .filter(model -> model.name().equals(name) || model.ref().toString().equals(name))
        .isPresent();
  }

  /** The task that was taken; empty text when a rule names a model itself. */
  public String task() {
    return decision.task().orElse("");
  }

  /** The model that was chosen. */
  public Optional<Target> model() {
    return decision.model();
  }
}
