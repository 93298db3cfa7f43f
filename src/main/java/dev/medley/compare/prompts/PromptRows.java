package dev.medley.compare.prompts;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other; no more than one is in memory. */
public interface PromptRows extends Closeable {
  /**
   * The next row; empty after the last.
   *
   * @throws BadPrompts when the file is not what its name says
   */
  Optional<PromptRow> next() throws IOException;
}
