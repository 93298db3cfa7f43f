package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;

/** Why a complete reply has no text. */
final class NoText {
  private NoText() {}

  static Failure explain(ReplyBuilder reply) {
    String reason = reply.finishReason();
    if (!reply.refusal().isBlank()) {
      return Failure.of(FailureKind.POLICY, "the model refused: " + reply.refusal().strip())
          .withHint("rephrase the prompt or try another model");
    }
    if (reason.equals("content_filter")) {
      return Failure.of(FailureKind.POLICY, "the provider's filter removed the answer")
          .withHint("rephrase the prompt or try another model");
    }
    if (!reply.toolCalls().isEmpty()) {
      return Failure.of(
              FailureKind.EMPTY,
              "the model asked to call "
                  + String.join(", ", reply.toolCalls())
                  + " and wrote no text")
          .withHint("medley does not run tools: ask for the answer in words");
    }
    if (reply.hasReasoning() && reason.equals("length")) {
      return Failure.of(FailureKind.EMPTY, "no answer: all output tokens went into reasoning")
          .withHint("raise --max-tokens or lower --reasoning-effort");
    }
    if (!reply.sawChoice()) {
      return Failure.of(FailureKind.MALFORMED, "the body holds no choices: not a chat completion")
          .withHint("check the base URL: it usually ends in /v1");
    }
    return Failure.of(FailureKind.EMPTY, "the answer is empty")
        .withHint("try again, or another model");
  }
}
