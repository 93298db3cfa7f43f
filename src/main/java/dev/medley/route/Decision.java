package dev.medley.route;

import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.history.RouteTaken;
import dev.medley.route.Drop.Limit;
import dev.medley.route.classify.Classification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which model, and why. The explanation is this object, not a second computation.
 *
 * @param features of the prompt that was decided about
 * @param rules each rule with what came of it; empty when a task was named
 * @param classification empty: the classifier was not asked
 * @param match the task and why
 * @param selection the model and why
 */
public record Decision(
    Features features,
    List<RuleCheck> rules,
    Optional<Classification> classification,
    Match match,
    Selection selection) {
  public Decision {
    rules = List.copyOf(rules);
  }

  /**
   * How the task was found.
   *
   * @param task without a name when a rule names a model itself
   * @param rule the position of the rule that decided, counted from 1; empty when none did
   * @param why one short phrase a step
   */
  public record Match(Task task, OptionalInt rule, List<String> why) {
    public Match {
      why = List.copyOf(why);
    }
  }

  /** The task's name; empty when a rule names a model itself. */
  public Optional<String> task() {
    return Optional.of(match.task().name()).filter(name -> !name.isEmpty());
  }

  public OptionalInt rule() {
    return match.rule();
  }

  /** One short phrase a step, in the order taken. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(match.why());
    reasons.addAll(selection.reasons());
    return List.copyOf(reasons);
  }

  /** Whom to ask; empty: nobody may take the prompt, {@link Selection#failure} says why. */
  public Optional<Target> model() {
    return selection.winner().map(Candidate::target);
  }

  /** The chain's name, when the task names one. */
  public Optional<String> chain() {
    return match.task().choice().chain();
  }

  /**
   * Whom a chain walks: all but those beyond a limit that the chain does not know of itself. What
   * it does know of (window, images, keys, rests) it looks at when it comes to it.
   */
  public List<Target> walked() {
    Set<Limit> own = EnumSet.of(Limit.MAX_COST, Limit.MAX_LATENCY);
    return selection.candidates().stream()
        .filter(c -> c.dropped().filter(drop -> own.contains(drop.limit())).isEmpty())
        .map(Candidate::target)
        .toList();
  }

  /** What the history keeps of it. */
  public RouteTaken taken() {
    return new RouteTaken(task(), rule(), reasons());
  }
}
