package dev.medley.endpoint;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a server asks to wait: RFC 9110 (10.2.3) and the millisecond headers in use. */
final class RetryAfter {
  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:" + NUMBER + "s)?(?:" + NUMBER + "ms)?");
  private static final Pattern IN_BODY =
      Pattern.compile(
          "\"estimated_time\"\\s{0,9}:\\s{0,9}"
              + NUMBER
              + "|\"retryDelay\"\\s{0,9}:\\s{0,9}\"([\\dhms.]{2,20})\""
              + "|(?:try again|retry) in ([\\dhms.]{2,20}[hms])");

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
    return number(value, BigDecimal.valueOf(1000))
        .or(() -> date(value, now))
        .or(() -> reset(header, "requests"))
        .or(() -> reset(header, "tokens"));
  }

  /** The reset of an allowance says something only once the allowance is used up. */
  private static Optional<Duration> reset(Function<String, String> header, String what) {
    String left = header.apply("x-ratelimit-remaining-" + what);
    String reset = header.apply("x-ratelimit-reset-" + what);
    return left != null && left.strip().equals("0") && reset != null
        ? duration(reset.strip())
        : Optional.empty();
  }

  /** As some say it in the body of an error: in words, or in a field of its own. */
  static Optional<Duration> inBody(String body) {
    Matcher said = IN_BODY.matcher(body);
    if (!said.find()) {
      return Optional.empty();
    }
    return said.group(1) != null
        ? number(said.group(1), BigDecimal.valueOf(1000))
        : duration(said.group(2) != null ? said.group(2) : said.group(3));
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    BigDecimal seconds =
        part(parts.group(1), 3600)
            .add(part(parts.group(2), 60))
            .add(part(parts.group(3), 1))
            .add(part(parts.group(4), 1).movePointLeft(3));
    return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  private static BigDecimal part(String digits, int seconds) {
    return digits == null
        ? BigDecimal.ZERO
        : new BigDecimal(digits).multiply(BigDecimal.valueOf(seconds));
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
