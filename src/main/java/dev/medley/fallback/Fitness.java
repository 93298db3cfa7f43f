package dev.medley.fallback;

import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.chat.Secret;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a candidate may take a prompt, found out before anything is run, sent or spent. */
final class Fitness {
  private final Prompt prompt;
  private final long inputTokens;
  private final Optional<PriceGuard> guard;

  Fitness(Prompt prompt, Target first, Optional<PriceCap> maxPrice) {
    this.prompt = prompt;
    this.inputTokens = TokenEstimate.of(prompt);
    this.guard = maxPrice.map(cap -> PriceGuard.of(cap, first, prompt, inputTokens));
  }

  /** Empty: it may. */
  Optional<Failure> check(Target target) {
    return window(target)
        .or(() -> sight(target))
        .or(() -> key(target))
        .or(() -> guard.flatMap(g -> g.check(target)));
  }

  private Optional<Failure> window(Target target) {
    OptionalLong window = target.info().window();
    long needed = inputTokens + prompt.parameters().maxTokens().orElse(0);
    if (window.isEmpty() || needed <= window.getAsLong()) {
      return Optional.empty();
    }
    return Optional.of(
        Failure.of(
            FailureKind.CONTEXT,
            "about " + needed + " tokens do not fit its window of " + window.getAsLong()));
  }

  /**
   * Only the catalogue says who is blind: an alias with a price of its own says nothing of that.
   */
  private Optional<Failure> sight(Target target) {
    ModelInfo info = target.info();
    boolean known = info.price().isPresent() || info.window().isPresent();
    if (!prompt.hasImages()
        || info.abilities().contains(ModelInfo.Ability.VISION)
        || !known
        || Catalog.bundled().find(target.ref()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Failure.of(FailureKind.BAD_REQUEST, "it cannot see images"));
  }

  private static Optional<Failure> key(Target target) {
    Optional<Secret> key = target.provider().key();
    if (key.isEmpty() || key.get().present()) {
      return Optional.empty();
    }
    try {
      key.get().reveal();
      return Optional.empty();
    } catch (Secret.Unavailable missing) {
      return Optional.of(
          Failure.of(FailureKind.CONFIG, missing.getMessage()).withHint(missing.hint()));
    }
  }
}
