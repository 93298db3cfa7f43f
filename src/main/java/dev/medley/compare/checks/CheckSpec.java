package dev.medley.compare.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.medley.chat.Placeholders;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check as it was written.
 *
 * @param kind such as {@code contains}
 * @param value a text, with places to fill in; of a check in a YAML or JSON file perhaps an object
 */
public record CheckSpec(String kind, JsonNode value) {
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*([A-Za-z_]+)\\s*(?::(.*))?", Pattern.DOTALL);

  /**
   * Reads {@code kind: value}, or {@code kind} alone.
   *
   * @throws IllegalArgumentException when it is neither; the message says so
   */
  public static CheckSpec parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no check: write KIND: VALUE, such as contains: Paris");
    }
    String value = written.group(2) == null ? "" : written.group(2).strip();
    return new CheckSpec(written.group(1), TextNode.valueOf(value));
  }

  /**
   * With the places of a text filled in.
   *
   * @throws IllegalArgumentException when a name has no value
   */
  public CheckSpec filled(Map<String, String> values) {
    return value.isTextual()
        ? new CheckSpec(kind, TextNode.valueOf(new Placeholders(text()).filled(values)))
        : this;
  }

  /** The value, if it is a text; else its JSON. */
  public String text() {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** {@code contains: Paris}, on one line and not too long. */
  public String name() {
    String line = text().replaceAll("\\s+", " ");
    String shown = line.length() <= 60 ? line : line.substring(0, 59) + "…";
    return shown.isEmpty() ? kind : kind + ": " + shown;
  }
}
