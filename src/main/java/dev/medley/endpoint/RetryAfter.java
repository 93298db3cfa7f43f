package dev.medley.endpoint;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** How long a server asks to wait: RFC 9110 (10.2.3) and the millisecond headers in use. */
final class RetryAfter {
  private RetryAfter() {}

  /**
   * @param header name to value; null when absent
   */
  static Optional<Duration> read(Function<String, String> header, Instant now) {
    for (String millis : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
      Optional<Duration> wait = number(header.apply(millis), BigDecimal.ONE);
      if (wait.isPresent()) {
        return wait;
      }
    }
    String value = header.apply("retry-after");
    return number(value, BigDecimal.valueOf(1000)).or(() -> date(value, now));
  }

  private static Optional<Duration> number(String value, BigDecimal millisPerUnit) {
    if (value == null || !value.strip().matches("\\d{1,12}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofMillis(new BigDecimal(value.strip()).multiply(millisPerUnit).longValue()));
  }

  private static Optional<Duration> date(String value, Instant now) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      Instant then =
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, then);
      return Optional.of(
          wait.isNegative() ? Duration.ZERO : Duration.ofSeconds((wait.toMillis() + 999) / 1000));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
