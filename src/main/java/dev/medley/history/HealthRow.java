package dev.medley.history;

import dev.medley.chat.FailureKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model's health as columns: times in milliseconds since 1970, several with spaces between. */
final class HealthRow {
  private HealthRow() {}

  static Health read(ResultSet row) throws SQLException {
    try {
      Stream<String> failures = Stream.of(row.getString("failures").split(" "));
      return new Health(
          failures
              .filter(at -> !at.isEmpty())
              .map(at -> Instant.ofEpochMilli(Long.parseLong(at)))
              .toList(),
          rest(row));
    } catch (IllegalArgumentException | NullPointerException notOurs) {
      // Somebody wrote into the table by hand; what cannot be understood is not known.
      return Health.GOOD;
    }
  }

  private static Optional<Rest> rest(ResultSet row) throws SQLException {
    long until = row.getLong("rest_until");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rest(
            Instant.ofEpochMilli(row.getLong("rest_since")),
            Instant.ofEpochMilli(until),
            Duration.ofMillis(row.getLong("rest_step")),
            row.getInt("rest_failures"),
            FailureKind.valueOf(row.getString("rest_why").toUpperCase(Locale.ROOT))));
  }

  /** The columns after the model's name. */
  static void fill(PreparedStatement row, Health health) throws SQLException {
    row.setString(
        3,
        health.failures().stream()
            .map(at -> Long.toString(at.toEpochMilli()))
            .collect(Collectors.joining(" ")));
    if (health.rest().isEmpty()) {
      for (int column = 4; column <= 8; column++) {
        row.setNull(column, Types.NULL);
      }
      return;
    }
    Rest rest = health.rest().get();
    row.setLong(4, rest.since().toEpochMilli());
    row.setLong(5, rest.until().toEpochMilli());
    row.setLong(6, rest.step().toMillis());
    row.setInt(7, rest.failures());
    row.setString(8, rest.why().wireName());
  }
}
