package dev.medley.repl.line;

import dev.medley.config.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;

/** What was typed before, in this session and in earlier ones: a file that only its owner reads. */
final class TypedLines {
  private static final int MOST = 2000;

  private TypedLines() {}

  /** Lets the reader remember in this file; where there can be none, in memory only. */
  static void in(Path file, LineReader reader) {
    try {
      if (!Files.exists(file)) {
        new PrivateFile(file).write("");
      }
    } catch (IOException noFile) {
      return;
    }
    reader.setVariable(LineReader.HISTORY_FILE, file);
    reader.setVariable(LineReader.HISTORY_SIZE, MOST);
    reader.setVariable(LineReader.HISTORY_FILE_SIZE, MOST);
  }
}
