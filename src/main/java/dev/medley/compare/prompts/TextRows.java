package dev.medley.compare.prompts;

import java.io.IOException;
import java.util.Optional;

/** A prompt a line; blank lines are none. */
final class TextRows implements PromptRows {
  private final TextLines lines;

  TextRows(PromptFile file) throws IOException {
    this.lines = new TextLines(file);
  }

  @Override
  public Optional<PromptRow> next() throws IOException {
    Optional<String> line = lines.next();
    while (line.filter(String::isBlank).isPresent()) {
      line = lines.next();
    }
    return line.map(text -> PromptRow.of(lines.number(), text.strip()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
