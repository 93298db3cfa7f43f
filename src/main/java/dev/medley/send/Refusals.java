package dev.medley.send;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Why a limit stopped a try: what was asked, what is left, how to go on. */
final class Refusals {
  /** An answer that is cut shorter is of no use. */
  private static final long SHORTEST_ANSWER = 16;

  private Refusals() {}

  /**
   * @param limit what it is called, such as {@code limits.per_day}
   */
  static Failure tooDear(String limit, BigDecimal most, BigDecimal left, WorstCase worst) {
    String cost = worst.usd().map(usd -> rounded(usd, RoundingMode.UP)).orElse("any sum");
    String rest = rounded(left.max(BigDecimal.ZERO), RoundingMode.DOWN) + " is left of ";
    String what =
        ("it may cost up to " + cost)
            + (" (at most " + tokens(worst.outputTokens().orElse(0)) + " tokens out), and ")
            + (left.compareTo(most) < 0 ? rest + limit + " " : limit + " is ")
            + usd(most);
    return Failure.of(FailureKind.BUDGET, what).withHint(hint(limit, left, worst));
  }

  private static String hint(String limit, BigDecimal left, WorstCase worst) {
    String raise = "name a cheaper model, or raise " + limit;
    Optional<Long> fits =
        worst
            .price()
            .map(price -> twoDigits(worst.outputTokensFor(left)))
            .filter(tokens -> tokens >= SHORTEST_ANSWER);
    return fits.map(tokens -> "--max-tokens " + tokens + " would fit; else " + raise).orElse(raise);
  }

  private static long twoDigits(long tokens) {
    return BigDecimal.valueOf(tokens).round(new MathContext(2, RoundingMode.DOWN)).longValue();
  }

  /** No price, or no end to the answer. */
  static Failure unbounded(Target target, WorstCase worst) {
    if (worst.price().isPresent()) {
      return Failure.of(
              FailureKind.BUDGET, "nothing says how long its answer may be, and a limit holds")
          .withHint("give --max-tokens, or max_output to the model in the configuration");
    }
    boolean said = target.info().price().isPresent();
    return Failure.of(
            FailureKind.BUDGET,
            said
                ? "only the project file says what it costs, which may come from anyone, and a limit"
                    + " holds"
                : "its price is unknown, and a limit holds")
        .withHint(
            "give it a price in your configuration ({input: 0, output: 0} if it is free), or"
                + " --allow-unknown-price");
  }

  /** A limit that silently does not hold would be worse than none. */
  static Failure noLedger() {
    return Failure.of(
            FailureKind.BUDGET, "what was spent so far cannot be looked up, so no limit could hold")
        .withHint("mend what the warning says, or go without limits.per_day and limits.per_month");
  }

  /** Three digits that matter; never so that what does not fit looks as if it did. */
  private static String rounded(BigDecimal amount, RoundingMode way) {
    return usd(amount.round(new MathContext(3, way)));
  }

  private static String usd(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return "$" + plain.setScale(Math.max(2, plain.scale())).toPlainString();
  }

  private static String tokens(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
