package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads JSON trees of servers that are not strict: numbers as text, counts as fractions. */
final class Lenient {
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Blocks.MOST).build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private Lenient() {}

  /** The text of a member that is a non-empty string. */
  static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** The first of several members that is a non-empty string. */
  static Optional<String> firstText(JsonNode object, String... names) {
    for (String name : names) {
      Optional<String> found = text(object, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A number, or a string that holds one; anything else, negative or absurd: empty. */
  static Optional<BigDecimal> number(JsonNode value) {
    try {
      if (value.isNumber()
          && !Double.isNaN(value.doubleValue())
          && !Double.isInfinite(value.doubleValue())) {
        return Optional.of(value.decimalValue()).filter(Lenient::plausible);
      }
      if (value.isTextual() && value.textValue().length() <= 40) {
        return Optional.of(new BigDecimal(value.textValue().strip())).filter(Lenient::plausible);
      }
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Rounding or printing 1e-999999999 takes gigabytes. */
  private static boolean plausible(BigDecimal number) {
    return number.signum() >= 0 && Math.abs((long) number.scale()) < 100;
  }

  /** A token count: {@code 11}, {@code 11.0} and {@code "11"} alike. */
  static OptionalLong count(JsonNode value) {
    return number(value)
        .filter(n -> n.compareTo(BigDecimal.valueOf(1L << 53)) < 0)
        .map(n -> OptionalLong.of(n.setScale(0, RoundingMode.HALF_UP).longValue()))
        .orElse(OptionalLong.empty());
  }
}
