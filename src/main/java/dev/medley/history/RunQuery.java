package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A question to the table of runs, put together from conditions. */
final class RunQuery {
  private static final String MODEL =
      "(model GLOB ? OR model_name GLOB ? OR model GLOB '*/' || ? OR requested_name GLOB ?"
          + " OR requested_model GLOB ? OR requested_model GLOB '*/' || ?)";

  private final String from;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param from columns and tables, among them {@code runs}
   */
  RunQuery(String from) {
    this.from = from;
  }

  static RunQuery all() {
    return new RunQuery("SELECT * FROM runs");
  }

  /** Values for the marks before the conditions. */
  RunQuery given(Object... parameters) {
    values.addAll(List.of(parameters));
    return this;
  }

  RunQuery where(String condition, Object... parameters) {
    conditions.add(condition);
    values.addAll(List.of(parameters));
    return this;
  }

  RunQuery where(Filter filter) {
    filter.model().map(RunQuery::pattern).ifPresent(p -> where(MODEL, p, p, p, p, p, p));
    filter.task().ifPresent(task -> where("task = ?", task));
    filter.since().ifPresent(since -> where("asked_at >= ?", since.toEpochMilli()));
    if (filter.failed()) {
      where("outcome <> 'answered'");
    }
    return this;
  }

  /** Only the star means something; the other signs of a pattern are taken as they are. */
  private static String pattern(String name) {
    return name.replaceAll("[\\[?]", "[$0]");
  }

  /** What a row becomes. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * @param limit most rows; negative for all
   */
  <T> List<T> read(Connection connection, String order, int limit, Reading<T> reading)
      throws SQLException {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    try (PreparedStatement query =
        connection.prepareStatement(from + where + " ORDER BY " + order + " LIMIT ?")) {
      int position = 1;
      for (Object value : values) {
        query.setObject(position++, value);
      }
      query.setInt(position, limit);
      List<T> found = new ArrayList<>();
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        found.add(reading.of(row));
      }
      return found;
    }
  }
}
