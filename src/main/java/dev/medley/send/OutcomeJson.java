package dev.medley.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What all documents about results say in the same words. Unknown numbers are null. */
public final class OutcomeJson {
  private OutcomeJson() {}

  public static void error(ObjectNode node, Failure failure) {
    ObjectNode error = node.putObject("error");
    error.put("class", failure.kind().wireName());
    error.put("cause", failure.cause().map(FailureKind::wireName).orElse(null));
    if (failure.status().isPresent()) {
      error.put("status", failure.status().getAsInt());
    } else {
      error.putNull("status");
    }
    error.put("message", failure.message());
    error.put("hint", failure.hint().isEmpty() ? null : failure.hint());
    error.put("retryable", failure.asIfNothingCame().retryable());
  }

  public static void usage(ObjectNode node, Usage usage) {
    ObjectNode out = node.putObject("usage");
    count(out, "input_tokens", usage.inputTokens());
    count(out, "cached_tokens", usage.cachedTokens());
    count(out, "output_tokens", usage.outputTokens());
    count(out, "reasoning_tokens", usage.reasoningTokens());
    if (usage.cacheWriteTokens().isPresent()) {
      out.put("cache_write_tokens", usage.cacheWriteTokens().getAsLong());
    }
    out.put("source", usage.estimated() ? "estimated" : usage.known() ? "server" : null);
  }

  public static void cost(ObjectNode node, Cost cost) {
    ObjectNode out = node.putObject("cost");
    out.put("usd", cost.usd().map(BigDecimal::stripTrailingZeros).orElse(null));
    out.put("source", cost.source().wireName());
    out.put("as_of", cost.asOf().map(Object::toString).orElse(null));
    if (cost.atLeast()) {
      out.put("at_least", true);
    }
  }

  /** What was never sent took no time, which is not the same as zero. */
  public static void timing(ObjectNode node, Timing timing) {
    millis(node, "latency_ms", Optional.of(timing.total()).filter(total -> !total.isZero()));
    millis(node, "ttft_ms", timing.firstToken());
  }

  private static void millis(ObjectNode node, String name, Optional<Duration> value) {
    number(
        node,
        name,
        value.map(t -> OptionalDouble.of(t.toNanos() / 1e6)).orElse(OptionalDouble.empty()));
  }

  /** One decimal is as exact as a network is. */
  public static void number(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, BigDecimal.valueOf(value.getAsDouble()).setScale(1, RoundingMode.HALF_UP));
    } else {
      node.putNull(name);
    }
  }

  private static void count(ObjectNode node, String name, OptionalLong value) {
    if (value.isPresent()) {
      node.put(name, value.getAsLong());
    } else {
      node.putNull(name);
    }
  }
}
