package dev.medley.route;

import dev.medley.chat.Parameters;
import dev.medley.config.Target;
import dev.medley.history.RouteTaken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which model, and why. The explanation is this object, not a second computation.
 *
 * @param task the task's name; empty when a rule names a model itself
 * @param rule the position of the rule that matched, counted from 1; empty when none decided
 * @param reasons one short sentence a step, in the order taken
 * @param candidates whom the task allows, in its order; the first is asked, the others only follow
 *     it in a chain
 * @param chain the chain's name, when the task names one
 * @param options request fields that the task sets
 * @param system the task's system prompt
 */
public record Decision(
    Optional<String> task,
    OptionalInt rule,
    List<String> reasons,
    List<Target> candidates,
    Optional<String> chain,
    Parameters options,
    Optional<String> system) {
  public Decision {
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }

  public Target model() {
    return candidates.get(0);
  }

  /** What the history keeps of it. */
  public RouteTaken taken() {
    return new RouteTaken(task, rule, reasons);
  }
}
