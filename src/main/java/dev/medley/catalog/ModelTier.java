package dev.medley.catalog;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How strong a model is held to be. Where nobody says so, its price does: the mean USD per million
 * tokens of a prompt three times as long as its answer, {@code (3 × input + output) / 4}, is below
 * 1 for a small model, below 3 for a medium one, and 3 or more for a large one.
 */
public enum ModelTier {
  SMALL,
  MEDIUM,
  LARGE;

  private static final BigDecimal MEDIUM_FROM = BigDecimal.ONE;
  private static final BigDecimal LARGE_FROM = new BigDecimal("3");

  /** By the price alone. */
  public static ModelTier of(Price price) {
    BigDecimal three = new BigDecimal("3");
    BigDecimal mean = price.input().multiply(three).add(price.output()).movePointLeft(2);
    BigDecimal perMillion = mean.multiply(new BigDecimal("25"));
    if (perMillion.compareTo(MEDIUM_FROM) < 0) {
      return SMALL;
    }
    return perMillion.compareTo(LARGE_FROM) < 0 ? MEDIUM : LARGE;
  }

  /** The word in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
