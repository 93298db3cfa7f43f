package dev.medley.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Durations as milliseconds with fractions. */
final class Millis {
  private Millis() {}

  static double of(Duration time) {
    return time.toNanos() / 1e6;
  }

  static Duration duration(double millis) {
    return Duration.ofNanos(Math.round(millis * 1e6));
  }

  static Optional<Duration> read(ResultSet row, String column) throws SQLException {
    double millis = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(duration(millis));
  }
}
