package dev.medley.chat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Token counts. Unknown is empty, never zero.
 *
 * @param inputTokens prompt tokens, cached ones included
 * @param cachedTokens the part of the input that was read from the provider's cache
 * @param cacheWriteTokens the part of the input that was written to the provider's cache
 * @param outputTokens completion tokens, reasoning included
 * @param reasoningTokens the part of the output that was reasoning
 * @param chargedUsd what the server says it charged, in USD
 * @param estimated whether input or output are our own count, because the server reported none
 */
public record Usage(
    OptionalLong inputTokens,
    OptionalLong cachedTokens,
    OptionalLong cacheWriteTokens,
    OptionalLong outputTokens,
    OptionalLong reasoningTokens,
    Optional<BigDecimal> chargedUsd,
    boolean estimated) {
  public static final Usage UNKNOWN =
      new Usage(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /** An answer that is whole so soon after its first token came in one piece. */
  private static final Duration ONE_PIECE = Duration.ofMillis(20);

  /** As reported by a server, nothing written to its cache. */
  public Usage(
      OptionalLong inputTokens,
      OptionalLong cachedTokens,
      OptionalLong outputTokens,
      OptionalLong reasoningTokens,
      Optional<BigDecimal> chargedUsd) {
    this(
        inputTokens,
        cachedTokens,
        OptionalLong.empty(),
        outputTokens,
        reasoningTokens,
        chargedUsd,
        false);
  }

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
    return new Usage(
        inputTokens,
        cachedTokens,
        cacheWriteTokens,
        outputTokens,
        reasoningTokens,
        Optional.empty(),
        estimated);
  }

  public Usage withCacheWrite(OptionalLong tokens) {
    return new Usage(
        inputTokens, cachedTokens, tokens, outputTokens, reasoningTokens, chargedUsd, estimated);
  }

  /** With our own counts in the place of those that the server did not report. */
  public Usage orCounted(long input, long output) {
    if (inputTokens.isPresent() && outputTokens.isPresent()) {
      return this;
    }
    return new Usage(
        OptionalLong.of(inputTokens.orElse(input)),
        cachedTokens,
        cacheWriteTokens,
        OptionalLong.of(outputTokens.orElse(output)),
        reasoningTokens,
        chargedUsd,
        true);
  }

  /**
   * The sum of what is known. A count that only one side knows stays, so that what was billed is
   * not lost; a count that neither knows stays unknown.
   */
  public Usage plus(Usage other) {
    return new Usage(
        sum(inputTokens, other.inputTokens),
        sum(cachedTokens, other.cachedTokens),
        sum(cacheWriteTokens, other.cacheWriteTokens),
        sum(outputTokens, other.outputTokens),
        sum(reasoningTokens, other.reasoningTokens),
        chargedUsd.isPresent() && other.chargedUsd.isPresent()
            ? Optional.of(chargedUsd.get().add(other.chargedUsd.get()))
            : chargedUsd.or(other::chargedUsd),
        estimated || other.estimated);
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
