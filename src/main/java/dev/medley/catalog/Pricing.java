package dev.medley.catalog;

import dev.medley.catalog.Cost.Source;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.util.Optional;

/** What tokens cost. Exact: no rounding, no binary fractions. */
public final class Pricing {
  private static final int DIGITS_OF_A_MILLION = 6;

  private Pricing() {}

  /**
   * The cost of a reported usage. What the server says it charged beats our own sum; that one needs
   * a price and both token counts, else the cost is unknown. More cached tokens than input tokens
   * are taken as all of the input.
   */
  public static Cost cost(Usage usage, Optional<Price> price) {
    if (usage.chargedUsd().isPresent()) {
      return new Cost(usage.chargedUsd(), Source.CHARGED, Optional.empty(), false);
    }
    long input = usage.inputTokens().orElse(-1);
    long output = usage.outputTokens().orElse(-1);
    long cached = usage.cachedTokens().orElse(0);
    return of(input, cached, output, price, Source.COMPUTED);
  }

  /** The cost of token counts that we made up ourselves, none of them cached. */
  public static Cost estimate(long inputTokens, long outputTokens, Optional<Price> price) {
    return of(inputTokens, 0, outputTokens, price, Source.ESTIMATED);
  }

  private static Cost of(
      long input, long cached, long output, Optional<Price> price, Source source) {
    if (price.isEmpty() || input < 0 || output < 0) {
      return Cost.UNKNOWN;
    }
    Price each = price.get();
    long fromCache = Math.max(0, Math.min(cached, input));
    BigDecimal usd =
        times(input - fromCache, each.input())
            .add(times(fromCache, each.cachedInput().orElse(each.input())))
            .add(times(output, each.output()));
    return new Cost(Optional.of(usd), source, each.asOf(), false);
  }

  private static BigDecimal times(long tokens, BigDecimal usdPerMillion) {
    return usdPerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(DIGITS_OF_A_MILLION);
  }
}
