package dev.medley.chat;

import java.util.Optional;

/**
 * What a model said: whole when {@link Outcome.Answered}, what came when {@link Outcome.Failed}.
 *
 * @param text the answer
 * @param reasoning text that the model marked as thinking, kept apart from the answer
 * @param finishReason the server's own word, such as {@code stop} or {@code length}
 * @param resolvedModel what the server called the model
 */
public record Reply(
    String text,
    String reasoning,
    Optional<String> finishReason,
    Optional<String> resolvedModel,
    Usage usage) {
  public static final Reply NOTHING =
      new Reply("", "", Optional.empty(), Optional.empty(), Usage.UNKNOWN);

  public Reply withUsage(Usage other) {
    return new Reply(text, reasoning, finishReason, resolvedModel, other);
  }

  /** An answer that ended because the limit on output tokens was reached. */
  public boolean cutByLength() {
    return finishReason.filter("length"::equals).isPresent();
  }
}
