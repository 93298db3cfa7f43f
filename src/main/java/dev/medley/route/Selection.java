package dev.medley.route;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Objective;
import dev.medley.config.Target;
import java.util.List;
import java.util.Optional;

/**
 * Who was chosen among the models that a task allows.
 *
 * @param objective what was preferred; empty: the order given
 * @param candidates all that were allowed, in the order given
 * @param winner empty: none of them may take the prompt
 * @param runnerUp who would be next; empty: there is nobody else
 * @param reasons why it is the winner, a short phrase each; may be empty
 */
public record Selection(
    Optional<Objective> objective,
    List<Candidate> candidates,
    Optional<Candidate> winner,
    Optional<RunnerUp> runnerUp,
    List<String> reasons) {
  public Selection {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }

  Selection withRunnerUp(RunnerUp other) {
    return new Selection(objective, candidates, winner, Optional.of(other), reasons);
  }

  /** Those that are not out, in the order given. */
  public List<Target> left() {
    return candidates.stream()
        .filter(candidate -> candidate.dropped().isEmpty())
        .map(Candidate::target)
        .toList();
  }

  /** Why nobody is left, when nobody is: the class of one alone is its own. */
  public Optional<Failure> failure() {
    if (winner.isPresent()) {
      return Optional.empty();
    }
    if (candidates.isEmpty()) {
      return Optional.of(
          Failure.of(FailureKind.CONFIG, "no model is configured that the task allows")
              .withHint("give models that tier, or name some in the task"));
    }
    List<Drop> drops = candidates.stream().map(c -> c.dropped().orElseThrow()).toList();
    if (drops.size() == 1) {
      Failure only = drops.get(0).failure();
      return Optional.of(only.withMessage(candidates.get(0).name() + ": " + only.message()));
    }
    List<FailureKind> kinds = drops.stream().map(drop -> drop.failure().kind()).distinct().toList();
    FailureKind kind =
        kinds.contains(FailureKind.BUDGET)
            ? FailureKind.BUDGET
            : kinds.size() == 1 ? kinds.get(0) : FailureKind.ALL_FAILED;
    return Optional.of(
        Failure.of(kind, "none of the " + drops.size() + " models may take this prompt")
            .withHint("mend what the lines below say, or add another model to the task"));
  }
}
