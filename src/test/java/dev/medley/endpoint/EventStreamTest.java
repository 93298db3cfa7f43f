package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines to events. In the tables, \n, \r, ¶ (a blank line) and ¿ (a byte-order mark) are written
 * out.
 */
class EventStreamTest {
  /** Hands out no more than so many bytes at once. */
  private static final class Dripping extends ByteArrayInputStream {
    private final int first;
    private boolean begun;

    Dripping(byte[] bytes, int first) {
      super(bytes);
      this.first = first;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      int most = begun ? length : Math.min(length, first);
      begun = true;
      return super.read(into, offset, most);
    }
  }

  private static List<String> events(InputStream in) throws IOException {
    EventStream stream = new EventStream(new ByteSource(in));
    List<String> events = new ArrayList<>();
    for (EventStream.Event event = stream.next(); event != null; event = stream.next()) {
      events.add(event.type() + "<" + event.data().text().replace("\n", "\\n") + ">");
    }
    return events;
  }

  private static byte[] bytes(String row) {
    return row.replace("¶", "\n\n")
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("¿", "\uFEFF")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "data: a¶data: b¶ | <a> <b>",
        "data: a\\r\\n\\r\\ndata: b\\r\\r | <a> <b>",
        "data: a\\ndata: b¶ | <a\\nb>",
        "data:a¶data:  b¶ | <a> < b>",
        "data¶data:¶ | <> <>",
        "data: a | <a>",
        "data: a\\ndata | <a\\n>",
        "event: x¶data: a¶ | <a>",
        "event: x\\ndata: a¶data: b¶ | x<a> <b>",
        "error: {}¶ | error<{}>",
        ": c\\n:\\nid: 1\\nretry: 2\\ndatum: x\\ndataset: y¶data: a¶ | <a>",
        "¿data: a¶¿data: b¶ | <a>",
        "¿: c¶data: a¶ | <a>",
        "{\"a\":1}\\n{\"b\":2}¶ | <{\"a\":1}> <{\"b\":2}>",
        "data: {\"a\":\\ndata: {}}¶ | <{\"a\":\\n{}}>",
        "data: {\"a\":1}\\ndata: [DONE]\\ndata: x | <{\"a\":1}> <[DONE]> <x>"
      })
  void row(String stream, String expected) throws IOException {
    byte[] bytes = bytes(stream);
    for (int first = 1; first <= bytes.length; first++) {
      assertEquals(
          expected,
          String.join(" ", events(new Dripping(bytes, first))),
          "cut after " + first + " bytes");
    }
  }

  @Test
  void longFieldNamesAndTypesTakeNoMemory() throws IOException {
    String long64 = "x".repeat(1 << 20);
    assertEquals(
        List.of("x".repeat(64) + "<a>"),
        events(new ByteArrayInputStream(bytes(long64 + ": y\\nevent: " + long64 + "\\ndata: a¶"))));
  }
}
