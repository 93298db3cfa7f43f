package dev.medley.render;

import dev.medley.config.Target;
import dev.medley.route.Candidate;
import dev.medley.route.Decision;
import java.util.stream.Collectors;

/** The one line that says where a prompt goes, why, and at about what price. */
public final class RouteLine {
  private RouteLine() {}

  /** {@code task cheap_summary (rule 2: "summarize") → tokenbay/qwen-plus, est. $0.0004}. */
  public static String of(Decision decision) {
    String task = decision.task().map(name -> "task " + name + " ").orElse("");
    String reasons = String.join("; ", decision.reasons());
    return SafeText.forTerminal(task + "(" + reasons + ") → " + chosen(decision));
  }

  private static String chosen(Decision decision) {
    return decision
        .selection()
        .winner()
        .map(winner -> names(decision, winner) + estimate(winner))
        .orElse("no model may take it");
  }

  private static String names(Decision decision, Candidate winner) {
    return decision.chain().isEmpty()
        ? winner.name()
        : decision.walked().stream()
            .map(Target::ref)
            .map(Object::toString)
            .collect(Collectors.joining(", then "));
  }

  static String estimate(Candidate winner) {
    return winner
        .estimate()
        .usd()
        .map(usd -> ", est. " + Figures.usd(usd))
        .orElse(", price unknown");
  }
}
