package dev.medley.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a body, one at a time without a lock, with a look at the next one. Keeps what came in
 * the first read, which is enough to say what a body was that is not an answer.
 */
final class ByteSource {
  private static final int HEAD = 4096;

  private final InputStream in;
  private final byte[] buffer = new byte[8 << 10];
  private int position;
  private int limit;
  private byte[] head = new byte[0];

  ByteSource(InputStream in) {
    this.in = in;
  }

  /** The next byte, or -1 at the end. Waits for bytes only if all that came have been taken. */
  int next() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xFF : -1;
  }

  /** As {@link #next}, but the byte stays. */
  int peek() throws IOException {
    return position < limit || fill() ? buffer[position] & 0xFF : -1;
  }

  /** Skips byte-order marks and white space; returns what {@link #next} will. */
  int peekVisible() throws IOException {
    int next = peek();
    while (next == 0xEF || next == 0xBB || next == 0xBF || next >= 0 && next <= ' ') {
      position++;
      next = peek();
    }
    return next;
  }

  /** Moves what is left of a line; returns its end, which is LF, CR, or -1 for that of the body. */
  int restOfLine(Blocks into) throws IOException {
    while (position < limit || fill()) {
      int from = position;
      int end = endOfLine(from);
      into.add(buffer, from, end);
      position = end;
      if (end < limit) {
        return buffer[position++];
      }
    }
    return -1;
  }

  /** Most of the time of a long answer goes by here: hence the local variables. */
  private int endOfLine(int from) {
    byte[] bytes = buffer;
    int most = limit;
    int i = from;
    while (i < most && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  private boolean fill() throws IOException {
    int n;
    do {
      n = in.read(buffer);
    } while (n == 0);
    position = 0;
    limit = Math.max(n, 0);
    if (head.length < HEAD && n > 0) {
      int kept = head.length;
      head = Arrays.copyOf(head, Math.min(HEAD, kept + n));
      System.arraycopy(buffer, 0, head, kept, head.length - kept);
    }
    return n > 0;
  }

  /** The first bytes of the body as text. */
  String head() {
    return new String(head, StandardCharsets.UTF_8);
  }

  /** As {@link #head}, after reading on until it is as long as it gets. */
  String wholeHead() throws IOException {
    while (head.length < HEAD && fill()) {
      position = limit;
    }
    return head();
  }
}
