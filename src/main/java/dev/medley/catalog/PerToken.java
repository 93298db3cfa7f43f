package dev.medley.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures in other people's lists: USD for a single token, as a number or as text. */
final class PerToken {
  private static final int DIGITS_OF_A_MILLION = 6;

  /** More than a dollar a token is a slip. */
  private static final BigDecimal MOST = BigDecimal.ONE;

  private static final long MOST_TOKENS = 1L << 40;
  private static final int LONGEST_TEXT = 40;

  private PerToken() {}

  /** USD per million; empty for nothing, for -1 (it depends) and for what is no price. */
  static Optional<BigDecimal> perMillion(JsonNode perToken) {
    return number(perToken)
        .filter(usd -> usd.signum() >= 0 && usd.compareTo(MOST) <= 0)
        .map(usd -> plain(usd.movePointRight(DIGITS_OF_A_MILLION)));
  }

  /** Of a kind of token beside the usual ones, where zero means that it has no price of its own. */
  static Optional<BigDecimal> ofItsOwn(JsonNode perToken) {
    return perMillion(perToken).filter(usd -> usd.signum() > 0);
  }

  static OptionalLong count(JsonNode tokens) {
    Optional<BigDecimal> number =
        number(tokens)
            .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(MOST_TOKENS)) < 0);
    return number.isPresent() ? OptionalLong.of(number.get().longValue()) : OptionalLong.empty();
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    if (!value.isNumber() && !(value.isTextual() && value.textValue().length() <= LONGEST_TEXT)) {
      return Optional.empty();
    }
    try {
      BigDecimal number =
          value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue().strip());
      // Rounding or printing 1e-999999999 takes gigabytes.
      return Optional.of(number).filter(n -> Math.abs((long) n.scale()) < 40 && n.precision() < 40);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static BigDecimal plain(BigDecimal usd) {
    return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
  }
}
