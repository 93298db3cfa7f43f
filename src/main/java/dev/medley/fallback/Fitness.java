package dev.medley.fallback;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Failure;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.route.Suitability;
import java.util.Optional;

/** Whether a candidate may take a prompt, found out before anything is run, sent or spent. */
final class Fitness {
  private final Prompt prompt;
  private final long inputTokens;
  private final Optional<PriceGuard> guard;

  Fitness(Prompt prompt, Target first, Optional<Fallback.PriceLimit> maxPrice) {
    this.prompt = prompt;
    this.inputTokens = TokenEstimate.of(prompt);
    this.guard = maxPrice.map(limit -> PriceGuard.of(limit, first, prompt, inputTokens));
  }

  /** Empty: it may. */
  Optional<Failure> check(Target target) {
    return Suitability.window(target, prompt, inputTokens)
        .or(() -> Suitability.sight(target, prompt))
        .or(() -> Suitability.key(target))
        .or(() -> guard.flatMap(g -> g.check(target)));
  }
}
