package dev.medley.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison with a number.
 *
 * @param from the least that fits
 * @param to the most that fits
 * @param written as in the configuration, such as {@code >60000}
 */
public record NumberRange(long from, long to, String written) {
  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|==?|)\\s*(\\d{1,15})");
  private static final Pattern BETWEEN = Pattern.compile("(\\d{1,15})\\s*\\.\\.\\s*(\\d{1,15})");

  /** Reads {@code >60000}, {@code <=100}, {@code 100..200} (both ends fit) or {@code 5}. */
  public static Parsed<NumberRange> parse(String text) {
    String written = text.strip();
    Matcher between = BETWEEN.matcher(written);
    if (between.matches()) {
      long from = Long.parseLong(between.group(1));
      long to = Long.parseLong(between.group(2));
      return from <= to
          ? Parsed.good(new NumberRange(from, to, written))
          : Parsed.bad("\"" + written + "\" is empty: the smaller number goes first");
    }
    Matcher comparison = COMPARISON.matcher(written);
    if (!comparison.matches()) {
      return Parsed.bad(
          "\"" + text + "\" is no comparison: write \">60000\", \"<=100\" or \"100..200\"");
    }
    return Parsed.good(compare(comparison.group(1), Long.parseLong(comparison.group(2)), written));
  }

  private static NumberRange compare(String sign, long number, String written) {
    return switch (sign) {
      case ">" -> new NumberRange(number + 1, Long.MAX_VALUE, written);
      case ">=" -> new NumberRange(number, Long.MAX_VALUE, written);
      case "<" -> new NumberRange(0, number - 1, written);
      case "<=" -> new NumberRange(0, number, written);
      default -> new NumberRange(number, number, written);
    };
  }

  public boolean contains(long number) {
    return from <= number && number <= to;
  }
}
