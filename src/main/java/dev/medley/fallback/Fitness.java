package dev.medley.fallback;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.chat.Secret;
import dev.medley.config.Target;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a candidate can take a prompt at all, found out before anything is sent or spent. */
final class Fitness {
  private Fitness() {}

  /** Empty: it can. */
  static Optional<Failure> check(Target target, Prompt prompt, long inputTokens) {
    return window(target, prompt, inputTokens).or(() -> key(target));
  }

  private static Optional<Failure> window(Target target, Prompt prompt, long inputTokens) {
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

  private static Optional<Failure> key(Target target) {
    try {
      if (target.provider().key().isPresent()) {
        target.provider().key().get().reveal();
      }
      return Optional.empty();
    } catch (Secret.Unavailable missing) {
      return Optional.of(
          Failure.of(FailureKind.CONFIG, missing.getMessage()).withHint(missing.hint()));
    }
  }
}
