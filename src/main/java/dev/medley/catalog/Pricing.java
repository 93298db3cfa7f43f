package dev.medley.catalog;

import dev.medley.catalog.Cost.Source;
import dev.medley.chat.Prompt;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What tokens cost. Exact: no rounding, no binary fractions.
 *
 * <p>The formula is that of the providers' price pages: (input − cached − written) × input price +
 * cached × cached price + written × cache write price + (output − reasoning) × output price +
 * reasoning × reasoning price, where a price that is not listed is the one before it, and all
 * prices are those of the tier that the whole input falls into.
 */
public final class Pricing {
  /** Output tokens that are assumed when no limit is given. */
  public static final long USUAL_OUTPUT = 500;

  private static final int DIGITS_OF_A_MILLION = 6;

  private Pricing() {}

  /**
   * The cost of a usage. What the server says it charged beats our own sum; that one needs a price
   * and both token counts, else the cost is unknown. Parts that are larger than the whole are taken
   * as all of it.
   */
  public static Cost cost(Usage usage, Optional<Price> price) {
    if (usage.chargedUsd().isPresent()) {
      return new Cost(usage.chargedUsd(), Source.CHARGED, Optional.empty(), false);
    }
    return of(usage, price, usage.estimated() ? Source.ESTIMATED : Source.COMPUTED);
  }

  /** The cost of token counts that we made up ourselves, none of them cached. */
  public static Cost estimate(long inputTokens, long outputTokens, Optional<Price> price) {
    return inputTokens < 0 || outputTokens < 0
        ? Cost.UNKNOWN
        : of(Usage.of(inputTokens, outputTokens), price, Source.ESTIMATED);
  }

  /**
   * The cost that a prompt can be expected to have: its estimated tokens, and as many tokens of
   * output as it allows, else {@link #USUAL_OUTPUT}.
   */
  public static Cost estimate(Prompt prompt, Optional<Price> price) {
    long output = prompt.parameters().maxTokens().orElse(USUAL_OUTPUT);
    return estimate(TokenEstimate.of(prompt), output, price);
  }

  /**
   * The most that so many tokens can cost at a price, whatever of them is cached or reasoning.
   *
   * @return in USD
   */
  public static BigDecimal most(long inputTokens, long outputTokens, Price price) {
    Rates rates = price.at(inputTokens);
    return times(inputTokens, rates.dearestInput()).add(times(outputTokens, rates.dearestOutput()));
  }

  private static Cost of(Usage usage, Optional<Price> price, Source source) {
    if (price.isEmpty() || usage.inputTokens().isEmpty() || usage.outputTokens().isEmpty()) {
      return Cost.UNKNOWN;
    }
    long input = usage.inputTokens().getAsLong();
    Rates rates = price.get().at(input);
    BigDecimal usd = input(usage, input, rates).add(output(usage, rates));
    return new Cost(Optional.of(usd), source, price.get().asOf(), false);
  }

  private static BigDecimal input(Usage usage, long input, Rates rates) {
    long cached = part(usage.cachedTokens(), input);
    long written = part(usage.cacheWriteTokens(), input - cached);
    return times(input - cached - written, rates.input())
        .add(times(cached, rates.cachedInput().orElse(rates.input())))
        .add(times(written, rates.cacheWrite().orElse(rates.input())));
  }

  private static BigDecimal output(Usage usage, Rates rates) {
    long output = usage.outputTokens().getAsLong();
    long reasoning = part(usage.reasoningTokens(), output);
    return times(output - reasoning, rates.output())
        .add(times(reasoning, rates.reasoning().orElse(rates.output())));
  }

  private static long part(OptionalLong tokens, long whole) {
    return Math.max(0, Math.min(tokens.orElse(0), whole));
  }

  private static BigDecimal times(long tokens, BigDecimal usdPerMillion) {
    return usdPerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(DIGITS_OF_A_MILLION);
  }
}
