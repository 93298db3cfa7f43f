package dev.medley.compare.prompts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.medley.compare.checks.CheckSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a JSON or YAML file. Scalars stay as they are written. */
final class RowReader {
  private static final JsonMapper TREES = new JsonMapper();
  private final PromptFile file;
  private final JsonParser parser;

  RowReader(PromptFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The one that the parser stands at; it then stands at its end. */
  PromptRow row(int line) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return PromptRow.of(line, scalar(line));
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw file.bad(line, "a row is a map of fields, or a text");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    List<CheckSpec> checks = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(PromptRow.CHECKS)) {
        checks(line, checks);
      } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
        fields.put(name, text(line));
      }
    }
    return new PromptRow(line, fields, checks);
  }

  private String text(int line) throws IOException {
    return parser.currentToken().isStructStart() ? TREES.readTree(parser).toString() : scalar(line);
  }

  private String scalar(int line) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw file.bad(line, "has an alias (*" + parser.getText() + "): write the value out");
    }
    return parser.getText();
  }

  private void checks(int line, List<CheckSpec> into) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        check(line, into);
      }
    } else {
      check(line, into);
    }
  }

  /** {@code "contains: text"} or <code>{contains: text}</code>. */
  private void check(int line, List<CheckSpec> into) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      into.add(spec(line, scalar(line)));
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String kind = parser.currentName();
      parser.nextToken();
      boolean nested = parser.currentToken().isStructStart();
      JsonNode value = nested ? TREES.readTree(parser) : TextNode.valueOf(scalar(line));
      into.add(new CheckSpec(kind, value));
    }
  }

  private CheckSpec spec(int line, String text) {
    try {
      return CheckSpec.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw file.bad(line, wrong.getMessage());
    }
  }

  /** The first line of a parser's complaint. */
  static String words(JsonProcessingException wrong) {
    return String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("");
  }
}
