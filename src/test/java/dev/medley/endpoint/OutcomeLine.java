package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A whole outcome as one line, so that a row of a table can hold it: parts that are not there are
 * left out.
 */
final class OutcomeLine {
  private OutcomeLine() {}

  static String of(Outcome outcome) {
    return outcome.fold(
        answered -> "answered" + of(answered.reply()),
        failed -> of(failed.failure()) + of(failed.reply()));
  }

  static String of(Failure failure) {
    StringBuilder line = new StringBuilder(failure.kind().wireName());
    failure.cause().ifPresent(cause -> line.append(" by ").append(cause.wireName()));
    failure.status().ifPresent(status -> line.append(" ").append(status));
    line.append(failure.asIfNothingCame().retryable() ? " retryable" : "");
    failure.retryAfter().ifPresent(wait -> line.append(" after ").append(wait.toMillis() + " ms"));
    return line.append(": ").append(failure.message()).toString();
  }

  private static String of(Reply reply) {
    List<String> parts = new ArrayList<>();
    if (!reply.text().isEmpty()) {
      parts.add("«" + reply.text() + "»");
    }
    if (!reply.reasoning().isEmpty()) {
      parts.add("thought «" + reply.reasoning() + "»");
    }
    reply.finishReason().ifPresent(parts::add);
    if (!reply.usage().equals(Usage.UNKNOWN)) {
      parts.add(of(reply.usage()));
    }
    return parts.isEmpty() ? "" : " | " + String.join(" ", parts);
  }

  private static String of(Usage usage) {
    return number(usage.inputTokens())
        + (usage.cachedTokens().isPresent() ? "(" + number(usage.cachedTokens()) + ")" : "")
        + "→"
        + number(usage.outputTokens())
        + (usage.reasoningTokens().isPresent() ? "(" + number(usage.reasoningTokens()) + ")" : "")
        + usage.chargedUsd().map(usd -> " $" + usd.toPlainString()).orElse("");
  }

  private static String number(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : "?";
  }
}
