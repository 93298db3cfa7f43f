package dev.medley.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A reading and a writing that belong together. The connection takes the lock at the begin: one
 * taken between the two could find that another process has written meanwhile.
 */
final class Transaction {
  private Transaction() {}

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * After a failure the connection is of no further use; some end the transaction themselves.
   *
   * <p>The driver's own commit begins the next transaction at once, and so takes the lock again
   * that others wait for; a failure of that would look like one of this.
   */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    try {
      T result = work.with(connection);
      execute(connection, "COMMIT");
      return result;
    } catch (SQLException | RuntimeException failed) {
      undo(connection, failed);
      throw failed;
    }
  }

  private static void undo(Connection connection, Exception failed) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
