package dev.medley.chat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Token counts as the server reported them. Unknown is empty, never zero.
 *
 * @param inputTokens prompt tokens, cached ones included
 * @param cachedTokens the part of the input that was read from the provider's cache
 * @param outputTokens completion tokens, reasoning included
 * @param reasoningTokens the part of the output that was reasoning
 * @param chargedUsd what the server says it charged, in USD
 */
public record Usage(
    OptionalLong inputTokens,
    OptionalLong cachedTokens,
    OptionalLong outputTokens,
    OptionalLong reasoningTokens,
    Optional<BigDecimal> chargedUsd) {
  public static final Usage UNKNOWN =
      new Usage(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /** An answer that is whole so soon after its first token came in one piece. */
  private static final Duration ONE_PIECE = Duration.ofMillis(20);

  /** Known input and output, nothing else. */
  public static Usage of(long input, long output) {
    return new Usage(
        OptionalLong.of(input),
        OptionalLong.empty(),
        OptionalLong.of(output),
        OptionalLong.empty(),
        Optional.empty());
  }

  public boolean known() {
    return inputTokens.isPresent() || outputTokens.isPresent() || chargedUsd.isPresent();
  }

  /** The counts alone, without what the server says it charged for them. */
  public Usage uncharged() {
    return new Usage(inputTokens, cachedTokens, outputTokens, reasoningTokens, Optional.empty());
  }

  /**
   * The sum of what is known. A count that only one side knows stays, so that what was billed is
   * not lost; a count that neither knows stays unknown.
   */
  public Usage plus(Usage other) {
    return new Usage(
        sum(inputTokens, other.inputTokens),
        sum(cachedTokens, other.cachedTokens),
        sum(outputTokens, other.outputTokens),
        sum(reasoningTokens, other.reasoningTokens),
        chargedUsd.isPresent() && other.chargedUsd.isPresent()
            ? Optional.of(chargedUsd.get().add(other.chargedUsd.get()))
            : chargedUsd.or(other::chargedUsd));
  }

  /**
   * Output tokens per second, over the time after the first token; over the whole time when all
   * came at once. Reasoning counts: it was written, too. Empty when unknown.
   */
  public OptionalDouble perSecond(Timing timing) {
    if (outputTokens.isEmpty() || outputTokens.getAsLong() == 0) {
      return OptionalDouble.empty();
    }
    Duration writing = timing.firstToken().map(timing.total()::minus).orElse(timing.total());
    Duration span = writing.compareTo(ONE_PIECE) < 0 ? timing.total() : writing;
    return span.isZero() || span.isNegative()
        ? OptionalDouble.empty()
        : OptionalDouble.of(outputTokens.getAsLong() / (span.toNanos() / 1e9));
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    if (a.isEmpty()) {
      return b;
    }
    return b.isEmpty() ? a : OptionalLong.of(a.getAsLong() + b.getAsLong());
  }
}
