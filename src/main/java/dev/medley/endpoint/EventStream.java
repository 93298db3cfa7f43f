package dev.medley.endpoint;

import java.io.IOException;

/**
 * Server-sent events read from bytes, by the HTML standard (9.2.6, "Interpreting an event stream"):
 * lines end at CR, LF or CRLF; one leading byte-order mark and lines that begin with a colon are
 * dropped; an event ends at a blank line. Some things are taken more kindly than the standard does,
 * because servers send them: the last event needs no blank line; nor does one whose next line
 * begins another JSON value, nor {@code [DONE]}; a line that is a bare JSON object counts as data,
 * and a field {@code error} is an event of that type.
 */
final class EventStream {
  private static final int LONGEST_NAME = 8;
  private static final int LONGEST_TYPE = 64;
  private static final String DONE = "[DONE]";

  private final ByteSource in;
  private boolean afterCarriageReturn;
  private boolean firstLine = true;
  private final StringBuilder name = new StringBuilder();
  private final Blocks bytes = new Blocks();
  private Blocks data;
  private String type = "";

  EventStream(ByteSource in) {
    this.in = in;
  }

  /**
   * One event; its data is good until the next one is read.
   *
   * @param type the {@code event} field, or an empty string
   * @param data the data lines, joined with LF
   */
  record Event(String type, Blocks data) {}

  /** The next event with data, or null at the end of the stream. */
  Event next() throws IOException {
    while (true) {
      if (data != null && data.size() == DONE.length() && data.text().equals(DONE)) {
        return take(); // nothing may follow, not even the end of the stream
      }
      int first = firstOfLine();
      if (first < 0) {
        return data == null ? null : take();
      }
      if (isEnd(first)) {
        if (data != null) {
          return take();
        }
        type = "";
        continue;
      }
      Event before = line(first);
      if (before != null) {
        return before;
      }
    }
  }

  /** Reads a line; returns the event before it if this line begins another. */
  private Event line(int first) throws IOException {
    if (first == '{') {
      return dataLine(first);
    }
    int b = readName(first);
    if (b == ':') {
      b = in.next();
      if (b == ' ') {
        b = in.next();
      }
    }
    switch (name.toString()) {
      case "data" -> {
        return dataLine(b);
      }
      case "error" -> {
        type = "error";
        return dataLine(b);
      }
      case "event" -> type = rest(b);
      default -> skip(b);
    }
    return null;
  }

  /** Reads up to the colon, or the end of the line, or as far as a known name may reach. */
  private int readName(int first) throws IOException {
    name.setLength(0);
    int b = first;
    while (b != ':' && !isEnd(b) && name.length() < LONGEST_NAME) {
      name.append((char) b);
      b = in.next();
    }
    return b;
  }

  private Event dataLine(int first) throws IOException {
    // No JSON value holds "}" and then, on a new line, "{" or "[".
    boolean another = data != null && (first == '{' || first == '[') && data.lastVisible() == '}';
    Event before = another ? take() : null;
    if (data == null) {
      data = another ? new Blocks() : bytes;
      data.clear();
    } else {
      data.add('\n');
    }
    if (isEnd(first)) {
      endLine(first);
    } else {
      data.add(first);
      endLine(in.restOfLine(data));
    }
    return before;
  }

  private String rest(int first) throws IOException {
    StringBuilder rest = new StringBuilder();
    int b = first;
    for (; !isEnd(b); b = in.next()) {
      if (rest.length() < LONGEST_TYPE) {
        rest.append((char) b);
      }
    }
    endLine(b);
    return rest.toString();
  }

  private void skip(int first) throws IOException {
    int b = first;
    while (!isEnd(b)) {
      b = in.next();
    }
    endLine(b);
  }

  /** The first byte after the last line's end; the LF of a CRLF is looked at only now. */
  private int firstOfLine() throws IOException {
    int b = in.next();
    if (firstLine && b == 0xEF && in.peek() == 0xBB) {
      in.next();
      b = in.next() == 0xBF ? in.next() : '\n';
    }
    firstLine = false;
    if (afterCarriageReturn) {
      afterCarriageReturn = false;
      b = b == '\n' ? in.next() : b;
    }
    if (b >= 0 && isEnd(b)) {
      endLine(b);
    }
    return b;
  }

  private void endLine(int end) {
    afterCarriageReturn = end == '\r';
  }

  private static boolean isEnd(int b) {
    return b == '\n' || b == '\r' || b < 0;
  }

  private Event take() {
    Event event = new Event(type, data);
    data = null;
    type = "";
    return event;
  }
}
