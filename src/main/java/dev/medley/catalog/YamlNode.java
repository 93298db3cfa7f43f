package dev.medley.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML document as maps, lists and texts. Built on the bare parser: loading Jackson's data
 * binding takes longer than reading the whole price list, and every command that shows a price
 * would wait.
 *
 * @param value a Map of String to YamlNode, a List of YamlNode, or a String as it was written
 */
public record YamlNode(Object value) {
  public static YamlNode read(InputStream yaml) throws IOException {
    return read(yaml, new YAMLFactory());
  }

  /** JSON is YAML, too, but read faster as what it is. */
  static YamlNode readJson(InputStream json) throws IOException {
    return read(json, new JsonFactory());
  }

  private static YamlNode read(InputStream in, JsonFactory format) throws IOException {
    try (JsonParser parser = format.createParser(in)) {
      parser.nextToken();
      return read(parser);
    }
  }

  public String text() {
    return (String) value;
  }

  public List<YamlNode> items() {
    return ((List<?>) value).stream().map(YamlNode.class::cast).toList();
  }

  public Map<String, YamlNode> members() {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, node) -> members.put((String) name, (YamlNode) node));
    return members;
  }

  public Optional<YamlNode> get(String name) {
    return Optional.ofNullable((YamlNode) ((Map<?, ?>) value).get(name));
  }

  public YamlNode need(String name) {
    return get(name).orElseThrow(() -> new IllegalStateException("no " + name + " in " + value));
  }

  private static YamlNode read(JsonParser parser) throws IOException {
    return new YamlNode(
        switch (parser.currentToken()) {
          case START_OBJECT -> map(parser);
          case START_ARRAY -> list(parser);
          default -> parser.getText();
        });
  }

  private static Map<String, YamlNode> map(JsonParser parser) throws IOException {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, read(parser));
    }
    return members;
  }

  private static List<YamlNode> list(JsonParser parser) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(parser));
    }
    return items;
  }
}
