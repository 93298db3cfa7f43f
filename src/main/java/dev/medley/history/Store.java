package dev.medley.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file in which medley remembers, shared by all its processes and opened when first needed. A
 * store that cannot be used says so once; from then on it knows nothing and keeps nothing, and the
 * work goes on.
 */
public final class Store implements AutoCloseable {
  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

  private final Path file;
  private final Consumer<String> warning;
  private Connection connection;
  private volatile String trouble;

  /**
   * @param warning hears why the store cannot be used, at most once
   */
  public Store(Path file, Consumer<String> warning) {
    this.file = file;
    this.warning = warning;
  }

  /** Why it cannot be used, once that is known. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Opens the file, and makes it where there is none, before it is needed. */
  void open() {
    attempt(connection -> connection);
  }

  /** Empty: there is no file yet, it cannot be used, or the work has found nothing (null). */
  <T> Optional<T> read(Transaction.Work<T> work) {
    return Files.exists(file) ? attempt(work) : Optional.empty();
  }

  /** In one transaction that no other process can come between. Empty: it cannot be used. */
  <T> Optional<T> write(Transaction.Work<T> work) {
    return attempt(open -> Transaction.run(open, work));
  }

  private synchronized <T> Optional<T> attempt(Transaction.Work<T> work) {
    if (trouble != null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(patiently(work));
    } catch (SQLException | IOException | LinkageError | RuntimeException unusable) {
      trouble = Trouble.words(unusable);
      warning.accept(trouble);
      close();
      return Optional.empty();
    }
  }

  /** A lock that nobody gives back is given up on; where many take turns, ours comes. */
  private <T> T patiently(Transaction.Work<T> work) throws SQLException, IOException {
    long end = System.nanoTime() + LONGEST_TURN.toNanos();
    while (true) {
      Activity before = Activity.at(file);
      try {
        if (connection == null) {
          connection = Database.open(file);
        }
        return work.with(connection);
      } catch (SQLException failed) {
        close();
        boolean othersAtWork = Database.busy(failed) && !Activity.at(file).equals(before);
        if (!othersAtWork || System.nanoTime() > end) {
          throw failed;
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException nothingToSave) {
        // What was committed is in the file.
      }
      connection = null;
    }
  }
}
