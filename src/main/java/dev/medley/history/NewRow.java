package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A row to be written: columns and values in order; what is empty is NULL. */
final class NewRow {
  private final String table;
  private final Map<String, Object> values = new LinkedHashMap<>();

  NewRow(String table) {
    this.table = table;
  }

  NewRow put(String column, Object value) {
    values.put(column, value);
    return this;
  }

  NewRow put(String column, Optional<?> value) {
    return put(column, (Object) value.orElse(null));
  }

  NewRow put(String column, OptionalLong value) {
    return put(column, value.isPresent() ? (Object) value.getAsLong() : null);
  }

  NewRow put(String column, OptionalInt value) {
    return put(column, value.isPresent() ? (Object) value.getAsInt() : null);
  }

  NewRow put(String column, boolean value) {
    return put(column, (Object) (value ? 1 : 0));
  }

  void insert(Connection connection) throws SQLException {
    String columns = String.join(", ", values.keySet());
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")")) {
      int position = 1;
      for (Object value : values.values()) {
        insert.setObject(position++, value);
      }
      insert.executeUpdate();
    }
  }
}
