package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures of statistics, in four significant digits; what is not known is null. */
final class StatisticsJson {
  private static final MathContext DIGITS = new MathContext(4);

  private StatisticsJson() {}

  /** A p-value and the test that it is of. */
  static void p(ObjectNode node, OptionalDouble p, String test) {
    number(node, "p", p);
    node.put("test", test);
  }

  static void number(ObjectNode node, String name, OptionalDouble number) {
    if (number.isPresent()) {
      node.put(name, rounded(number.getAsDouble()));
    } else {
      node.putNull(name);
    }
  }

  /** As an array of two. */
  static void interval(ObjectNode node, String name, Optional<Interval> interval) {
    interval.ifPresentOrElse(
        i -> node.putArray(name).add(rounded(i.low())).add(rounded(i.high())),
        () -> node.putNull(name));
  }

  private static BigDecimal rounded(double number) {
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros();
  }
}
