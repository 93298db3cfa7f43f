package dev.medley.history;

import dev.medley.chat.FailureKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model's health as columns: times in milliseconds since 1970, several with spaces between. */
final class HealthRow {
  private HealthRow() {}

  static Health read(ResultSet row) throws SQLException {
    try {
      return new Health(
          instants(row.getString("failures")),
          rest(row),
          instants(row.getString("tries")),
          answered(row));
    } catch (IllegalArgumentException | NullPointerException notOurs) {
      // Somebody wrote into the table by hand; what cannot be understood is not known.
      return Health.UNKNOWN;
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

  private static List<Instant> instants(String text) {
    return Stream.of(text.split(" "))
        .filter(at -> !at.isEmpty())
        .map(at -> Instant.ofEpochMilli(Long.parseLong(at)))
        .toList();
  }

  private static String text(List<Instant> instants) {
    return instants.stream()
        .map(at -> Long.toString(at.toEpochMilli()))
        .collect(Collectors.joining(" "));
  }

  private static Optional<Instant> answered(ResultSet row) throws SQLException {
    long answered = row.getLong("answered");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answered));
  }

  /** The columns after the model's name. */
  static void fill(PreparedStatement row, Health health) throws SQLException {
    row.setString(3, text(health.failures()));
    row.setString(9, text(health.tries()));
    row.setObject(10, health.answered().map(Instant::toEpochMilli).orElse(null));
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
