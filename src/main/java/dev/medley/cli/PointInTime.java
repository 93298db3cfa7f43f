package dev.medley.cli;

import dev.medley.config.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times in the past, as people write them. */
final class PointInTime {
  private PointInTime() {}

  /**
   * How long ago, with its unit ({@code 90m}, {@code 2h}, {@code 7d}), a day, or a day and a time.
   *
   * @return empty: it is none of these
   */
  static Optional<Instant> parse(String text, Instant now, ZoneId zone) {
    String written = text.strip();
    if (written.matches("[\\d.]+\\s*[a-z]+")) {
      return Durations.parse(written).value().map(now::minus);
    }
    try {
      if (written.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(written).atStartOfDay(zone).toInstant());
      }
      if (written.endsWith("Z")) {
        return Optional.of(Instant.parse(written));
      }
      return Optional.of(LocalDateTime.parse(written.replace(' ', 'T')).atZone(zone).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
