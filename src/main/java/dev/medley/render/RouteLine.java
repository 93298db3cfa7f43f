package dev.medley.render;

import dev.medley.catalog.Cost;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.route.Decision;
import java.util.stream.Collectors;

/** The one line that says where a prompt goes, why, and at about what price. */
public final class RouteLine {
  /** Output tokens that are assumed when no limit is given. */
  private static final long USUAL_OUTPUT = 500;

  private RouteLine() {}

  /** {@code task cheap_summary (rule 2: "summarize") → tokenbay/qwen-plus, est. $0.0004}. */
  public static String of(Decision decision, Prompt prompt) {
    String chosen =
        decision.chain().isPresent()
            ? decision.candidates().stream()
                .map(target -> target.ref().toString())
                .collect(Collectors.joining(", then "))
            : decision.model().ref().toString();
    String task = decision.task().map(name -> "task " + name + " ").orElse("");
    return task
        + "("
        + String.join("; ", decision.reasons())
        + ") → "
        + chosen
        + estimate(decision.model(), prompt);
  }

  private static String estimate(Target model, Prompt prompt) {
    Cost cost =
        Pricing.estimate(
            TokenEstimate.of(prompt),
            prompt.parameters().maxTokens().orElse(USUAL_OUTPUT),
            model.info().price());
    return cost.usd().map(usd -> ", est. " + Figures.usd(usd)).orElse(", price unknown");
  }
}
