package dev.medley.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** What shows that someone writes to a database: its journal grows, or is written anew. */
record Activity(FileTime database, FileTime journal) {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  static Activity at(Path database) {
    return new Activity(
        changed(database), changed(database.resolveSibling(database.getFileName() + "-wal")));
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException notThere) {
      return NEVER;
    }
  }
}
