package dev.medley.repl;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import java.util.OptionalLong;

/**
 * How much of a model's window a prompt takes.
 *
 * @param needed input tokens, estimated, and the output tokens that were asked for
 * @param window of the model; empty when it is not known
 */
public record Room(long needed, OptionalLong window) {
  static Room of(Prompt prompt, Target model) {
    return new Room(
        TokenEstimate.of(prompt) + prompt.parameters().maxTokens().orElse(0),
        model.info().window());
  }

  boolean full() {
    return window.isPresent() && needed > window.getAsLong();
  }

  /** Whether so much is used that it is worth telling. */
  boolean pastHalf() {
    return window.isPresent() && needed * 2 > window.getAsLong();
  }
}
