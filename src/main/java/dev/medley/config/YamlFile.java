package dev.medley.config;

import dev.medley.chat.FileFault;
import dev.medley.config.ConfigNode.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** A configuration file's bytes, checked to be text before YAML sees them. */
final class YamlFile {
  private static final int MOST_BYTES = 1 << 20;
  private final String name;
  private final Consumer<Problem> problems;

  YamlFile(String name, Consumer<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** What the file says; an empty map, and a problem, when it cannot be read. */
  Entries read(Path path) {
    if (Files.isDirectory(path)) {
      return refuse(0, "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return parse(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      return refuse(0, "cannot be read: " + FileFault.words(e));
    }
  }

  Entries parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return refuse(0, "is larger than 1 MB");
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return refuse(1, "is UTF-16: save the file as UTF-8");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (decode(in, text)) {
      return refuse(
          lineAt(bytes, in.position()),
          "is not UTF-8 ("
              + hex(bytes[in.position()] & 0xFF)
              + " at byte "
              + in.position()
              + "): save the file as UTF-8");
    }
    return parse(text.flip().toString());
  }

  private Entries parse(String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && "\t\r\n\u0085".indexOf(c) < 0) {
        return refuse(line, "has a control character (" + hex(c) + ")");
      }
      line += c == '\n' ? 1 : 0;
    }
    return new YamlReader(name, problems).read(text);
  }

  private static boolean decode(ByteBuffer in, CharBuffer out) {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, out, true)
        .isError();
  }

  private Entries refuse(int line, String message) {
    Origin place = Origin.file(name, line);
    problems.accept(Problem.of(place, "", message));
    return Entries.empty(place);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "0x%02X", value);
  }
}
