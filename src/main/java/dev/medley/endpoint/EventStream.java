package dev.medley.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Server-sent events read from bytes, by the HTML standard (9.2.6, "Interpreting an event stream"):
 * lines end at CR, LF or CRLF; one leading byte-order mark and lines that begin with a colon are
 * dropped; an event ends at a blank line. Three things are taken more kindly than the standard
 * does, because servers send them: the last event needs no blank line, a line that is a bare JSON
 * object counts as data, and a field {@code error} is an event of that type.
 */
final class EventStream {
  /** A line longer than this is not an event any more. */
  static final int LONGEST_LINE = 64 << 20;

  private static final int BUFFER = 16 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean afterCarriageReturn;
  private boolean firstLine = true;
  private final LineBytes line = new LineBytes();
  private LineBytes data = new LineBytes();
  private boolean hasData;
  private String type = "";

  EventStream(InputStream in) {
    this.in = in;
  }

  /**
   * One event.
   *
   * @param type the {@code event} field, or an empty string
   * @param data the data lines, joined with LF
   */
  record Event(String type, byte[] data) {
    String text() {
      return new String(data, StandardCharsets.UTF_8);
    }
  }

  /** The next event with data, or null at the end of the stream. */
  Event next() throws IOException {
    while (readLine()) {
      if (line.size() == 0) {
        if (hasData) {
          return take();
        }
        type = "";
      } else {
        field();
      }
    }
    return hasData ? take() : null;
  }

  private Event take() {
    Event event = new Event(type, data.toByteArray());
    data = new LineBytes();
    hasData = false;
    type = "";
    return event;
  }

  private void field() {
    byte[] bytes = line.array();
    int length = line.size();
    if (bytes[0] == '{') {
      addData(bytes, 0, length);
      return;
    }
    int colon = indexOf(bytes, length, (byte) ':');
    int nameLength = colon < 0 ? length : colon;
    int value = colon < 0 ? length : colon + 1;
    if (value < length && bytes[value] == ' ') {
      value++;
    }
    if (named(bytes, nameLength, "data")) {
      addData(bytes, value, length);
    } else if (named(bytes, nameLength, "event")) {
      type = new String(bytes, value, length - value, StandardCharsets.UTF_8);
    } else if (named(bytes, nameLength, "error")) {
      type = "error";
      addData(bytes, value, length);
    }
  }

  private void addData(byte[] bytes, int from, int to) {
    if (hasData) {
      data.write('\n');
    }
    hasData = true;
    data.write(bytes, from, to - from);
  }

  /** Reads one line without its end into {@link #line}; false at the end of the stream. */
  private boolean readLine() throws IOException {
    line.reset();
    while (true) {
      if (position == limit && !fill()) {
        return line.size() > 0;
      }
      if (afterCarriageReturn) {
        afterCarriageReturn = false;
        if (buffer[position] == '\n') {
          position++;
          continue;
        }
      }
      int end = position;
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      append(end);
      if (end < limit) {
        afterCarriageReturn = buffer[end] == '\r';
        position = end + 1;
        dropByteOrderMark();
        return true;
      }
    }
  }

  private void append(int end) throws IOException {
    if (line.size() + (end - position) > LONGEST_LINE) {
      throw new IOException("an event line is longer than " + (LONGEST_LINE >> 20) + " MiB");
    }
    line.write(buffer, position, end - position);
    position = end;
  }

  private boolean fill() throws IOException {
    int n = in.read(buffer);
    position = 0;
    limit = Math.max(n, 0);
    if (n < 0) {
      dropByteOrderMark();
    }
    return n > 0 || n == 0 && fill();
  }

  private void dropByteOrderMark() {
    if (firstLine) {
      firstLine = false;
      line.dropPrefix((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    }
  }

  private static boolean named(byte[] bytes, int length, String name) {
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] bytes, int length, byte wanted) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** A growing line whose bytes can be looked at without a copy. */
  private static final class LineBytes extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }

    void dropPrefix(byte... prefix) {
      if (count >= prefix.length
          && Arrays.equals(buf, 0, prefix.length, prefix, 0, prefix.length)) {
        System.arraycopy(buf, prefix.length, buf, 0, count - prefix.length);
        count -= prefix.length;
      }
    }
  }
}
