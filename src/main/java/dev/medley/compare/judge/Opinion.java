package dev.medley.compare.judge;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Usage;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.JsonAnswer;
import java.util.Optional;

/**
 * What a judge said to one question.
 *
 * @param verdict empty: it failed
 * @param reason in the judge's words; empty when it failed
 * @param cost empty: nothing can have been billed
 */
record Opinion(
    Optional<String> verdict,
    String reason,
    Optional<Failure> failure,
    Optional<Cost> cost,
    Usage usage) {
  /** Whether anything was sent: not where the run was stopped before, or the money was short. */
  boolean asked() {
    return cost.isPresent()
        || failure
            .filter(f -> f.kind() == FailureKind.BUDGET || f.kind() == FailureKind.INTERRUPTED)
            .isEmpty();
  }

  /** Nothing was sent. */
  static Opinion unasked(Failure why) {
    return new Opinion(Optional.empty(), "", Optional.of(why), Optional.empty(), Usage.UNKNOWN);
  }

  /**
   * @param delivery its answer fits the schema, or it has failed
   */
  static Opinion of(Delivery delivery) {
    Optional<Cost> cost =
        delivery.attempts().stream().anyMatch(Attempt::billed)
            ? Optional.of(delivery.cost())
            : Optional.empty();
    Usage usage = Attempt.usage(delivery.attempts());
    if (delivery.failure().isPresent()) {
      return new Opinion(Optional.empty(), "", delivery.failure(), cost, usage);
    }
    var said = JsonAnswer.in(delivery.outcome().reply().text()).orElseThrow().value();
    return new Opinion(
        Optional.of(said.path(JudgePrompt.VERDICT).asText()),
        said.path(JudgePrompt.REASON).asText(),
        Optional.empty(),
        cost,
        usage);
  }
}
