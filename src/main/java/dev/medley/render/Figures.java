package dev.medley.render;

import dev.medley.catalog.Cost;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as people read them. Unknown is a dash. */
public final class Figures {
  public static final String UNKNOWN = "–";

  private static final BigDecimal CENT = new BigDecimal("0.01");

  private Figures() {}

  /** {@code 0.31 s}, {@code 12.4 s}, {@code 3 min 05 s}. */
  public static String seconds(Duration time) {
    double seconds = time.toNanos() / 1e9;
    if (seconds >= 99.95) {
      return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
    return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%.1f s", seconds);
  }

  public static String seconds(Optional<Duration> time) {
    return time.map(Figures::seconds).orElse(UNKNOWN);
  }

  public static String count(OptionalLong number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%,d", number.getAsLong()) : UNKNOWN;
  }

  /** {@code 18 → 212}, {@code ~18 → ~212} by our own count, or a dash when neither is known. */
  public static String tokens(Usage usage) {
    if (usage.inputTokens().isEmpty() && usage.outputTokens().isEmpty()) {
      return UNKNOWN;
    }
    String mark = estimated(usage);
    return mark + count(usage.inputTokens()) + " → " + mark + count(usage.outputTokens());
  }

  private static String estimated(Usage usage) {
    return usage.estimated() ? "~" : "";
  }

  /** Tokens per second, with {@code ~} by our own count. */
  public static String rate(Usage usage, Timing timing) {
    OptionalDouble perSecond = usage.perSecond(timing);
    return perSecond.isPresent() ? estimated(usage) + rate(perSecond) : UNKNOWN;
  }

  /** {@code $0.00013}; two significant digits below a cent, four decimals at the most above. */
  public static String usd(BigDecimal amount) {
    if (amount.signum() == 0) {
      return "$0";
    }
    BigDecimal size = amount.abs();
    BigDecimal rounded =
        size.compareTo(CENT) < 0
            ? size.round(new MathContext(2, RoundingMode.HALF_UP))
            : size.setScale(size.compareTo(BigDecimal.ONE) < 0 ? 4 : 2, RoundingMode.HALF_UP);
    int decimals = Math.max(2, rounded.stripTrailingZeros().scale());
    String digits = String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    return (amount.signum() < 0 ? "−$" : "$") + digits;
  }

  /** With {@code ≥} where parts are unknown and {@code ~} where tokens were only estimated. */
  public static String cost(Cost cost) {
    if (cost.usd().isEmpty()) {
      return UNKNOWN;
    }
    String mark = cost.atLeast() ? "≥ " : cost.source() == Cost.Source.ESTIMATED ? "~" : "";
    return mark + usd(cost.usd().get());
  }

  public static String rate(OptionalDouble perSecond) {
    return perSecond.isPresent()
        ? String.format(
            Locale.ROOT, perSecond.getAsDouble() < 9.95 ? "%.1f" : "%.0f", perSecond.getAsDouble())
        : UNKNOWN;
  }
}
