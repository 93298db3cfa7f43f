package dev.medley.compare.prompts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** Lines of UTF-8 text; what is none is refused with its line. */
final class TextLines implements Closeable {
  private final PromptFile file;
  private final InputStream in;
  private int number;

  TextLines(PromptFile file) throws IOException {
    this.file = file;
    this.in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
  }

  /** Without its line end; empty after the last. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = in.read();
    }
    String text = text(line.toByteArray());
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  private String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw file.bad(number, "not UTF-8 text");
    }
  }

  /** Of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /** Refuses a file that is no text, with the line that is none. */
  static void check(PromptFile file) throws IOException {
    try (TextLines lines = new TextLines(file)) {
      while (lines.next().isPresent()) {
        continue; // looked at
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
