package dev.medley.cli;

import dev.medley.config.Durations;
import java.time.Duration;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line are written as in the configuration. */
final class DurationText {
  private DurationText() {}

  static Duration parse(String text) {
    return Durations.parse(text)
        .value()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a duration: write 500ms, 30s or 2m"));
  }
}
