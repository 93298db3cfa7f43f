package dev.medley.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Most chunks of a stream are the one before it with another text. Such a chunk need not be parsed:
 * it is enough that the bytes around its text are the same. Whatever is only a little different is
 * none, and goes to the parser.
 */
final class ChunkTemplate {
  private static final byte[] CONTENT = "\"content\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ESCAPE = {'\\'};

  /** Bytes of a chunk at most: what is longer is seldom like another. */
  private static final int LONGEST = 8 << 10;

  private static final byte[] NONE = new byte[0];

  private byte[] sample = NONE;
  private int textFrom;
  private int textTo;

  /**
   * Takes a chunk as the pattern of those that follow.
   *
   * @param text its content, beside which nothing is in it that has to be read again; empty: there
   *     is more to it, and the next ones are parsed, too
   */
  void learn(Blocks data, String text) {
    sample = NONE;
    if (text.isEmpty() || data.size() > LONGEST) {
      return;
    }
    byte[] chunk = data.toArray();
    int name = indexOf(CONTENT, chunk, 0);
    boolean escapes = indexOf(ESCAPE, chunk, 0) >= 0;
    if (escapes || name < 0 || indexOf(CONTENT, chunk, name + 1) >= 0) {
      return;
    }
    int quote = afterColon(chunk, name + CONTENT.length);
    int end = plainTo(chunk, quote + 1);
    if (quote > 0 && text.equals(string(chunk, quote + 1, end))) {
      sample = chunk;
      textFrom = quote + 1;
      textTo = end;
    }
  }

  /**
   * The text of a chunk that is as the one learned; null when it is not, or the text is escaped.
   */
  String textOf(Blocks data) {
    if (sample.length == 0 || data.size() > LONGEST) {
      return null;
    }
    byte[] chunk = data.toArray();
    int end = chunk.length - (sample.length - textTo);
    boolean alike =
        end > textFrom
            && Arrays.equals(sample, 0, textFrom, chunk, 0, textFrom)
            && Arrays.equals(sample, textTo, sample.length, chunk, end, chunk.length);
    return alike && plainTo(chunk, textFrom) == end ? string(chunk, textFrom, end) : null;
  }

  /** Where the string that goes on here ends, or is not what it looks like. */
  private static int plainTo(byte[] chunk, int from) {
    int i = from;
    while (i < chunk.length && chunk[i] != '"' && chunk[i] != '\\' && (chunk[i] & 0xFF) >= ' ') {
      i++;
    }
    return i;
  }

  /** Null for bytes that are not UTF-8. */
  private static String string(byte[] chunk, int from, int to) {
    String text = new String(chunk, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : null;
  }

  /** Where the quote is that opens the value; 0 when it is no string. */
  private static int afterColon(byte[] chunk, int from) {
    int i = from;
    while (i < chunk.length && (chunk[i] == ' ' || chunk[i] == ':')) {
      i++;
    }
    return i < chunk.length && chunk[i] == '"' ? i : 0;
  }

  private static int indexOf(byte[] wanted, byte[] bytes, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(wanted, 0, wanted.length, bytes, i, i + wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
