package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Scalar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "no",
        "Yes",
        "off",
        "true",
        "2026-11-22",
        "1e3",
        "0123",
        "0o17",
        "0x1F",
        "1_000",
        "12:30",
        "1.10",
        ".5",
        "+1",
        "NaN",
        ".inf",
        "-0",
        "=",
        "1e400",
        "12345678901234567890123"
      })
  void scalarsStayAsWritten(String written) {
    Entries map = read("a: " + written + "\n" + written + ": x\n");
    assertEquals("a, " + written, String.join(", ", map.entries().keySet()));
    assertEquals(written, ((Scalar) map.entries().get("a")).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b\\n\\tc: d         | f:2: a tab where YAML wants spaces",
        "a: b: c               | f:1: a colon where none can be: text with \": \" in it must be in quotes",
        "a:\\n  - b\\n c: d      | f:3: the indentation does not fit the lines above",
        "a: \"b                | f:1: a quote is opened and never closed",
        "a: [@all]             | f:1: text that begins with @ must be in quotes",
        "a: [b                 | f:1: is no YAML: expected ',' or ']', but got <stream end>",
        "a: *b                 | f:1: no anchor &b before this alias",
        "a: &a [*a]            | f:1: no anchor &a before this alias",
        "a: 1\\nb: 2\\na: 3      | f:3: \"a\" is written twice in the same map",
        "- a                   | f:1: expected a map of settings, found a list",
        "a                     | f:1: expected a map of settings, found a single value",
        "a: 1\\n---\\nb: 2       | f:3: a second document begins here; only one is read",
        "? [a]\\n: b            | f:1: a key must be a plain name",
        "<<: 1                 | f:1: << takes a map or a list of maps",
        "a: \\u0001             | f:1: has a control character (0x01)",
        "a: \"\\\\U99999999\"      | f:1: is no YAML: it cannot be read",
      })
  void whatIsWrongIsSaidInOneLine(String escaped, String expected) {
    read(
        escaped
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\u0001", "\u0001")
            .replace("\\\\", "\\"));
    assertEquals(expected, told());
  }

  @Test
  void bytesThatAreNoTextAreReported() {
    parse("a: b\nc: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    parse("a: b".getBytes(StandardCharsets.UTF_16));
    parse(new byte[(1 << 20) + 1]);
    assertEquals(
        """
        f:2: is not UTF-8 (0xE4 at byte 8): save the file as UTF-8
        f:1: is UTF-16: save the file as UTF-8
        f: is larger than 1 MB"""
            .strip(),
        told());
  }

  @Test
  void aByteOrderMarkAndForeignLineEndsDoNoHarm() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    bytes.writeBytes("a: ä\r\nb: c\r\n".getBytes(StandardCharsets.UTF_8));
    Entries map = parse(bytes.toByteArray());
    assertEquals("", told());
    assertEquals("ä", ((Scalar) map.entries().get("a")).text());
    assertEquals(2, map.entries().get("b").origin().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "~", "---\n...\n"})
  void anEmptyFileIsAnEmptyMap(String text) {
    assertEquals(0, read(text).entries().size());
    assertEquals("", told());
  }

  @Test
  void anchorsAliasesAndMergesWork() {
    Entries map =
        read(
            """
            base: &base {x: 1, y: 2}
            more: &more {y: 3, z: 4}
            list: &list [a, b]
            same: *list
            both:
              <<: [*base, *more]
              x: own
            """);
    assertEquals("", told());
    assertEquals("own 2 4", values((Entries) map.entries().get("both"), "x", "y", "z"));
    assertEquals(2, ((Items) map.entries().get("same")).items().size());
    assertEquals(4, map.entries().get("same").origin().line());
  }

  @Test
  void aliasesThatGrowWithoutEndAreRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String last = "*a" + (i - 1);
      laughs.append(
          "a"
              + i
              + ": &a"
              + i
              + " ["
              + String.join(", ", List.of(last, last, last, last, last, last, last, last, last))
              + "]\n");
    }
    read(laughs.toString());
    assertEquals("f:5: too much: nested too deep, or aliases that grow without end", told());
  }

  @Test
  void depthHasAnEnd() {
    read("a: " + "[".repeat(60) + "]".repeat(60));
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      chain.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    read(chain.toString());
    read("[".repeat(100_000));
    assertEquals(3, problems.size());
    assertTrue(told().contains("f:50: too much"), told());
  }

  @Test
  void aValueIsPlacedAtItsKey() {
    Entries map = read("a:\n\n  b:\n    c\nd:\n  - e\n  - f\n");
    assertEquals(1, map.entries().get("a").origin().line());
    assertEquals(3, ((Entries) map.entries().get("a")).entries().get("b").origin().line());
    assertEquals(7, ((Items) map.entries().get("d")).items().get(1).origin().line());
  }

  private static String values(Entries map, String... keys) {
    return List.of(keys).stream()
        .map(key -> ((Scalar) map.entries().get(key)).text())
        .collect(Collectors.joining(" "));
  }

  private Entries read(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private Entries parse(byte[] bytes) {
    return new YamlFile("f", problems::add).parse(bytes);
  }

  private String told() {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
