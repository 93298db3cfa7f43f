package dev.medley.compare.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.compare.checks.CheckSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFileTest {
  @TempDir private Path folder;

  private List<PromptRow> rows(String name, String text) throws IOException {
    return rows(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<PromptRow> rows(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    List<PromptRow> rows = new ArrayList<>();
    try (PromptRows open = new PromptFile(name, path).open()) {
      for (Optional<PromptRow> row = open.next(); row.isPresent(); row = open.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static PromptRow row(int line, Map<String, String> fields) {
    return new PromptRow(line, fields, List.of());
  }

  @Test
  void aTextFileIsAPromptALine() throws IOException {
    assertEquals(
        List.of(row(1, Map.of("prompt", "What is öß?")), row(4, Map.of("prompt", "last"))),
        rows("a.txt", "\uFEFFWhat is öß?\r\n\n  \n  last"));
  }

  @Test
  void jsonLinesAreObjectsOrTextsWithScalarsAsWritten() throws IOException {
    assertEquals(
        List.of(
            row(1, Map.of("q", "a\nb", "n", "1.50", "yes", "true", "deep", "{\"x\":[1,2]}")),
            row(3, Map.of("prompt", "hi"))),
        rows(
            "a.jsonl",
            "{\"q\": \"a\\nb\", \"n\": 1.50, \"yes\": true, \"none\": null, \"deep\": {\"x\": [1, 2]}}\n\n\"hi\"\n"));
  }

  @Test
  void csvHasAHeaderAndQuotedFieldsOverSeveralLines() throws IOException {
    assertEquals(
        List.of(
            new PromptRow(
                2,
                Map.of("land", "Fra\nnce", "q", "Say \"a, b\""),
                List.of(CheckSpec.parse("contains: a"), CheckSpec.parse("json"))),
            row(5, Map.of("land", "Perú", "q", ""))),
        rows(
            "a.csv",
            "\uFEFFland, q,checks\r\n\"Fra\nnce\",\"Say \"\"a, b\"\"\",\"contains: a\njson\"\r\nPerú,,\r\n"));
  }

  @Test
  void tsvIsCsvWithTabs() throws IOException {
    assertEquals(List.of(row(2, Map.of("a", "1,2", "b", "3"))), rows("a.tsv", "a\tb\n1,2\t3\n"));
  }

  @Test
  void yamlIsAListWhoseScalarsStayAsWritten() throws IOException {
    List<PromptRow> rows =
        rows(
            "a.yaml",
            """
            # cases
            - prompt: no
              version: 1e3
              day: 2026-11-25
              checks:
                - "contains: x"
                - regex: '^\\d+$'
                - schema: {type: object}
            - |
              two
              lines
            """);
    assertEquals(
        Map.of("prompt", "no", "version", "1e3", "day", "2026-11-25"), rows.get(0).fields());
    assertEquals(
        List.of("contains: x", "regex: ^\\d+$", "schema: {\"type\":\"object\"}"),
        rows.get(0).checks().stream().map(CheckSpec::name).toList());
    assertEquals(Map.of("prompt", "two\nlines\n"), rows.get(1).fields());
    assertEquals(2, rows.get(0).line());
    assertEquals(9, rows.get(1).line());
  }

  @Test
  void aJsonListIsRead() throws IOException {
    assertEquals(
        List.of(row(1, Map.of("prompt", "a")), row(2, Map.of("q", "7"))),
        rows("a.json", "[\"a\",\n{\"q\": 7}]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.jsonl", "a.csv", "a.yaml", "a.json"})
  void anEmptyFileHasNoRows(String name) throws IOException {
    assertEquals(List.of(), rows(name, ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jsonl|{}\\n{\"a\":|a.jsonl:2: not JSON: Unexpected end-of-input within/between Object entries",
        "a.jsonl|7|a.jsonl:1: a row is a map of fields, or a text",
        "a.jsonl|{} {}|a.jsonl:1: more than one JSON value",
        "a.jsonl|{\"a\":1,\"a\":2}|a.jsonl:1: not JSON: Duplicate field 'a'",
        "a.jsonl|{\"checks\":\"=\"}|a.jsonl:1: \"=\" is no check: write KIND: VALUE, such as contains: Paris",
        "a.csv|a,b\\n1,2\\n3|a.csv:3: has 1 fields, the header has 2",
        "a.csv|a,a\\n1,2|a.csv:1: two columns of the header have the same name",
        "a.csv|a,\\n1,2|a.csv:1: a column of the header has no name",
        "a.yaml|a: b|a.yaml:1: not a list of prompts: begin each with \"- \"",
        "a.yaml|- {a: &x b, c: *x}|a.yaml:1: has an alias (*x): write the value out",
        "a.yaml|- a\\n- [b]|a.yaml:2: a row is a map of fields, or a text",
        "a.json|[\"a\"] 7|a.json:1: something follows the list",
      })
  void whatIsWrongIsToldWithItsLine(String name, String text, String message) {
    BadPrompts bad = assertThrows(BadPrompts.class, () -> rows(name, text.replace("\\n", "\n")));
    assertEquals(message, bad.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.jsonl", "a.csv", "a.yaml", "a.json"})
  void bytesThatAreNoTextAreToldWithTheirLine(String name) {
    BadPrompts bad =
        assertThrows(
            BadPrompts.class,
            () -> rows(name, new byte[] {'"', 'a', '"', '\n', (byte) 0xE4, '\n'}));
    assertEquals(name + ":2: not UTF-8 text", bad.getMessage());
  }

  @Test
  void brokenFilesEndInRowsOrInARefusal() throws IOException {
    Map<String, String> sound =
        Map.of(
            "a.jsonl", "{\"a\": \"b\", \"checks\": [\"json\", {\"regex\": \"x\"}]}\n\"hi\"\n",
            "a.csv", "a,checks\n\"x\ny\",json\n1,\n",
            "a.yaml", "- a: &b c\n  checks: [json, {equals: 7}]\n- |\n  text\n- 'q'\n",
            "a.json", "[\"a\", {\"b\": [1, {\"c\": null}], \"checks\": \"json\"}]");
    Random random = new Random(11);
    for (Map.Entry<String, String> file : sound.entrySet()) {
      for (int i = 0; i < 1_000; i++) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
          bytes[random.nextInt(bytes.length)] =
              (byte) "{}[]\":,-&*|\n 'ab\t#!%\u0000\u00E4".charAt(random.nextInt(22));
        }
        try {
          rows(file.getKey(), bytes);
        } catch (BadPrompts told) {
          assertEquals(0, told.getMessage().indexOf(file.getKey()));
        }
      }
    }
  }
}
