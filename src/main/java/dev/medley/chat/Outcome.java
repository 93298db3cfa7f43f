package dev.medley.chat;

import java.util.function.Function;

/** How one try ended. Expected failures are values, not exceptions. */
public sealed interface Outcome {
  /** What came; whole if answered. */
  Reply reply();

  Timing timing();

  /** A whole answer. */
  record Answered(Reply reply, Timing timing) implements Outcome {}

  /** No answer, or one that ended early; {@code reply} holds what came. */
  record Failed(Failure failure, Reply reply, Timing timing) implements Outcome {}

  default boolean answered() {
    return this instanceof Answered;
  }

  default <T> T fold(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed) {
    if (this instanceof Answered answered) {
      return ifAnswered.apply(answered);
    }
    return ifFailed.apply((Failed) this);
  }
}
