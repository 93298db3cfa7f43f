package dev.medley.history;

import java.sql.Connection;
import java.sql.SQLException;

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

  /** After a failure the connection is of no further use; some end the transaction themselves. */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.with(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException failed) {
      undo(connection, failed);
      throw failed;
    }
  }

  private static void undo(Connection connection, Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }
}
