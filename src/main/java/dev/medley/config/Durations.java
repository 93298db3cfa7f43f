package dev.medley.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
public final class Durations {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|min|h|d|)");

  private Durations() {}

  /**
   * Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}, {@code 7d}; a plain number is
   * seconds.
   */
  public static Parsed<Duration> parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Parsed.bad("\"" + text + "\" is no duration: write 500ms, 30s, 2m or 1h");
    }
    long nanos =
        switch (written.group(2)) {
          case "ms" -> 1_000_000L;
          case "m", "min" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          case "d" -> 86_400_000_000_000L;
          default -> 1_000_000_000L;
        };
    BigDecimal exact = new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(nanos));
    BigDecimal[] parts = exact.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Parsed.good(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()));
  }
}
