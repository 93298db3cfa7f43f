package dev.medley.fallback;

import dev.medley.catalog.Pricing;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Lets no candidate through that is estimated to cost more for this very prompt than the chain
 * allows.
 *
 * @param allowUnknown whether those pass of which no price is known
 * @param most in USD; empty when the first model's price is unknown and a multiple of it is asked
 */
record PriceGuard(
    PriceCap cap,
    boolean allowUnknown,
    Target first,
    Optional<BigDecimal> most,
    long inputTokens,
    long outputTokens) {
  static PriceGuard of(Fallback.PriceLimit limit, Target first, Prompt prompt, long inputTokens) {
    PriceCap cap = limit.cap();
    long output = prompt.parameters().maxTokens().orElse(Pricing.USUAL_OUTPUT);
    Optional<BigDecimal> most =
        cap instanceof PriceCap.Multiple multiple
            ? estimate(first, inputTokens, output).map(multiple.factor()::multiply)
            : Optional.of(((PriceCap.Sum) cap).usd());
    return new PriceGuard(cap, limit.allowUnknown(), first, most, inputTokens, output);
  }

  /**
   * Empty: it may pass. The first model is what a multiple is measured by and always passes it;
   * where its own price is unknown, the others' need not be known either.
   */
  Optional<Failure> check(Target candidate) {
    if (candidate.equals(first) && cap instanceof PriceCap.Multiple || most.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> estimated = estimate(candidate, inputTokens, outputTokens);
    if (estimated.isEmpty()) {
      return allowUnknown || estimate(first, inputTokens, outputTokens).isEmpty()
          ? Optional.empty()
          : refused("its price is unknown, and max_price is " + cap.describe());
    }
    return estimated.get().compareTo(most.get()) <= 0
        ? Optional.empty()
        : refused("it is estimated to cost more than max_price " + cap.describe());
  }

  private static Optional<Failure> refused(String why) {
    return Optional.of(Failure.of(FailureKind.BUDGET, why));
  }

  private static Optional<BigDecimal> estimate(Target target, long input, long output) {
    return Pricing.estimate(input, output, target.info().price()).usd();
  }
}
