package dev.medley.route;

import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.chat.Secret;
import dev.medley.config.Target;
import java.util.Optional;
import java.util.OptionalLong;

/** What keeps a model from answering a prompt, as far as that is known before it is asked. */
public final class Suitability {
  private Suitability() {}

  /**
   * The prompt and the answer that it allows must fit the context window.
   *
   * @param inputTokens of the prompt, estimated
   * @return empty: they do, or the window is not known
   */
  public static Optional<Failure> window(Target target, Prompt prompt, long inputTokens) {
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
  public static Optional<Failure> sight(Target target, Prompt prompt) {
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

  /** A provider that wants a key has one. */
  public static Optional<Failure> key(Target target) {
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
