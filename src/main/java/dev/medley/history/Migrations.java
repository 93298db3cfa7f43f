package dev.medley.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the schema that this program knows, forwards only. */
final class Migrations {
  /** The schema's version is how many of these have been applied. */
  private static final List<String> ALL =
      List.of("1-model-health.sql", "2-history.sql", "3-ledger.sql", "4-votes.sql", "5-tries.sql");

  private Migrations() {}

  static void apply(Connection connection) throws SQLException {
    if (version(connection) == ALL.size()) {
      return;
    }
    // Another process may be at the same: who has the lock looks again.
    Transaction.run(
        connection,
        locked -> {
          int version = version(locked);
          if (version > ALL.size()) {
            throw new SQLException("it was written by a newer medley");
          }
          for (String file : ALL.subList(version, ALL.size())) {
            execute(locked, read(file));
          }
          execute(locked, "PRAGMA user_version = " + ALL.size());
          return null;
        });
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Unlike the driver's other ways, this one runs all statements of the text.
      statement.executeUpdate(sql);
    }
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
