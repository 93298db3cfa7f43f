package dev.medley.cli;

import dev.medley.config.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.TypeConversionException;

/** Values of options, read as in the configuration and refused in words that help. */
final class OptionText {
  private OptionText() {}

  static Duration duration(String text) {
    return Durations.parse(text)
        .value()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a duration: write 500ms, 30s or 2m"));
  }

  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException notANumber) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }
}
