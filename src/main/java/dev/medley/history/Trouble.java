package dev.medley.history;

import dev.medley.chat.FileFault;
import java.sql.SQLException;

/** Why a database cannot be used, in a person's words. */
final class Trouble {
  private Trouble() {}

  static String words(Throwable failed) {
    if (failed instanceof SQLException sql) {
      return words(sql);
    }
    if (failed instanceof LinkageError) {
      return "SQLite's native library cannot be loaded here";
    }
    return FileFault.words(failed);
  }

  /** By SQLite's primary result codes, which never change. */
  private static String words(SQLException failed) {
    return switch (failed.getErrorCode() & 0xff) {
      case 5, 6 -> "it is locked by another process";
      case 8 -> "it is read-only";
      case 10 -> "reading or writing it failed";
      case 11, 26 -> "it is damaged: move it away to begin anew";
      case 13 -> "the disk is full";
      case 3, 14, 23 -> "it cannot be opened";
      default -> firstLine(failed.getMessage());
    };
  }

  private static String firstLine(String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
