package dev.medley.config;

import java.math.BigDecimal;

/** The most that a candidate of a chain may be estimated to cost. */
public sealed interface PriceCap {
  /** So many times the estimate of the chain's first model. */
  record Multiple(BigDecimal factor) implements PriceCap {}

  /** A sum in USD. */
  record Sum(BigDecimal usd) implements PriceCap {}

  /** Reads {@code 2x} or {@code $0.01}. */
  static Parsed<PriceCap> parse(String text) {
    String trimmed = text.strip();
    boolean multiple = trimmed.endsWith("x") || trimmed.endsWith("X");
    if (multiple == trimmed.startsWith("$")) {
      return Parsed.bad("\"" + text + "\" is no price guard: write 2x or $0.01");
    }
    String number =
        multiple ? trimmed.substring(0, trimmed.length() - 1) : trimmed.substring(1).strip();
    Parsed<BigDecimal> amount = Numbers.amount(number);
    if (amount instanceof Parsed.Good<BigDecimal> good) {
      return Parsed.good(multiple ? new Multiple(good.result()) : new Sum(good.result()));
    }
    return Parsed.bad("\"" + text + "\" is no price guard: write 2x or $0.01");
  }

  /** As it is written. */
  default String describe() {
    return this instanceof Multiple multiple
        ? multiple.factor().toPlainString() + "x"
        : "$" + ((Sum) this).usd().toPlainString();
  }

  /** Whether this lets through nothing that {@code other} stops; false when they do not compare. */
  default boolean noLooserThan(PriceCap other) {
    if (this instanceof Multiple own && other instanceof Multiple most) {
      return own.factor().compareTo(most.factor()) <= 0;
    }
    return this instanceof Sum own
        && other instanceof Sum most
        && own.usd().compareTo(most.usd()) <= 0;
  }
}
