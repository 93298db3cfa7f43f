package dev.medley.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/** Makes the file where it is missing, for its owner alone, and opens it for many processes. */
final class Database {
  /** Nobody holds the lock longer than a few milliseconds; who waits for this is stuck. */
  private static final int BUSY_MILLIS = 2_000;

  private Database() {}

  /**
   * Opens it, and tries again while others are at it: the change to WAL and the end of the last
   * connection answer "busy" at once, whatever the busy timeout says.
   */
  static Connection open(Path file) throws IOException, SQLException {
    create(file);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
    while (true) {
      try {
        return openOnce(file);
      } catch (SQLException failed) {
        if (!busy(failed) || System.nanoTime() > end) {
          throw failed;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  /** Whether another holds the lock. */
  static boolean busy(SQLException failed) {
    return (failed.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  private static Connection openOnce(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    // Readers do not wait for a writer, and a killed process loses nothing that was committed.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    // As a URI, because a plain name would end at a question mark.
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
    try {
      Migrations.apply(connection);
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent(), forOwner(file, "rwx------"));
    try {
      // SQLite gives the files that it puts beside this one the same permissions.
      Files.createFile(file, forOwner(file, "rw-------"));
    } catch (FileAlreadyExistsException anotherProcessWasFirst) {
      // Then it is there, which is all that is wanted.
    }
  }

  private static FileAttribute<?>[] forOwner(Path file, String permissions) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
