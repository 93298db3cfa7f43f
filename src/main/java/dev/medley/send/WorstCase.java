package dev.medley.send;

import dev.medley.catalog.Price;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The most that one try can cost: twice the input by the rule of thumb, which no usual text
 * exceeds, and as many output tokens as the request allows, else as the model can write, all at the
 * dearest rates.
 *
 * @param price what it is reckoned with; empty: nobody trustworthy knows one
 * @param outputTokens empty: there is no bound
 */
public record WorstCase(Optional<Price> price, long inputTokens, OptionalLong outputTokens) {
  private static final int MARGIN = 2;

  public static WorstCase of(Target target, Prompt prompt) {
    Optional<Price> price =
        target.info().price().filter(known -> known.source() != Price.Source.PROJECT);
    return new WorstCase(price, MARGIN * TokenEstimate.of(prompt), output(target, prompt));
  }

  private static OptionalLong output(Target target, Prompt prompt) {
    Parameters sent = prompt.parameters().without(target.dialect().omit());
    boolean bounded = sent.maxTokens().isPresent() && !omitsLimit(target);
    OptionalLong each = bounded ? sent.maxTokens() : largest(target);
    return each.isPresent()
        ? OptionalLong.of(times(Math.max(0, each.getAsLong()), answers(sent)))
        : each;
  }

  /** More than a long can hold is as good as no end. */
  private static long times(long tokens, long answers) {
    return tokens > Long.MAX_VALUE / answers ? Long.MAX_VALUE : tokens * answers;
  }

  /** A limit that is renamed and then left out bounds nothing. */
  private static boolean omitsLimit(Target target) {
    Set<String> omit = target.dialect().omit();
    return target.dialect().maxTokensField().filter(omit::contains).isPresent();
  }

  private static OptionalLong largest(Target target) {
    OptionalLong most = target.info().maxOutput();
    return most.isPresent() ? most : target.info().window();
  }

  /** How many answers are asked for at once. */
  private static long answers(Parameters sent) {
    return sent.fields().get("n") instanceof Number n
        ? Math.max(1, Math.min(n.longValue(), 1000))
        : 1;
  }

  /** In USD; empty when there is no price, or no end to what it may write. */
  public Optional<BigDecimal> usd() {
    if (price.isEmpty()) {
      return Optional.empty();
    }
    if (outputTokens.isPresent()) {
      return Optional.of(Pricing.most(inputTokens, outputTokens.getAsLong(), price.get()));
    }
    return perOutputToken().signum() == 0
        ? Optional.of(Pricing.most(inputTokens, 0, price.get()))
        : Optional.empty();
  }

  /** How many output tokens such a sum is enough for; 0 when not even for the input. */
  public long outputTokensFor(BigDecimal usd) {
    BigDecimal left = usd.subtract(Pricing.most(inputTokens, 0, price.orElseThrow()));
    return left.signum() <= 0 || perOutputToken().signum() == 0
        ? 0
        : left.divide(perOutputToken(), 0, RoundingMode.DOWN).longValue();
  }

  private BigDecimal perOutputToken() {
    return Pricing.most(inputTokens, 1, price.orElseThrow())
        .subtract(Pricing.most(inputTokens, 0, price.orElseThrow()));
  }
}
