package dev.medley.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers, dates and truth values as they are written in a configuration. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][+-]?\\d{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

  private Numbers() {}

  /** An amount of money. */
  static Parsed<BigDecimal> amount(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Parsed.bad("\"" + text + "\" is not a number, such as 0.50");
    }
    BigDecimal amount = new BigDecimal(text);
    return amount.signum() < 0 ? Parsed.bad("must not be negative") : Parsed.good(amount);
  }

  /** A number of tokens, at least 1. */
  static Parsed<Long> count(String text) {
    return count(text, "128000");
  }

  /** A whole number, at least 1. */
  static Parsed<Long> count(String text, String example) {
    if (!WHOLE.matcher(text).matches() || Long.parseLong(text) == 0) {
      return Parsed.bad("\"" + text + "\" is not a whole number, such as " + example);
    }
    return Parsed.good(Long.parseLong(text));
  }

  static Parsed<LocalDate> date(String text) {
    try {
      return Parsed.good(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Parsed.bad("\"" + text + "\" is not a date, such as 2026-11-22");
    }
  }

  /** The words for yes and no, all of them: whoever writes {@code on} means it. */
  static Parsed<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Parsed.good(true);
      case "false", "no", "off" -> Parsed.good(false);
      default -> Parsed.bad("\"" + text + "\" is neither true nor false");
    };
  }
}
