package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Content as servers send it: a string, a list of strings or typed parts, or nothing. */
final class ContentParts {
  private ContentParts() {}

  static void read(JsonNode content, Consumer<String> text, Consumer<String> reasoning) {
    if (content.isTextual()) {
      text.accept(content.textValue());
    } else if (content.isArray()) {
      content.forEach(part -> readPart(part, text, reasoning));
    } else if (content.isObject()) {
      readPart(content, text, reasoning);
    }
  }

  private static void readPart(JsonNode part, Consumer<String> text, Consumer<String> reasoning) {
    if (part.isTextual()) {
      text.accept(part.textValue());
      return;
    }
    String type = part.path("type").asText("text");
    if (type.equals("thinking") || type.startsWith("reasoning")) {
      JsonNode inner = part.has("thinking") ? part.path("thinking") : part.path("text");
      read(inner, reasoning, reasoning);
    } else if (part.path("text").isTextual()) {
      text.accept(part.path("text").textValue());
    } else if (part.path("text").path("value").isTextual()) {
      text.accept(part.path("text").path("value").textValue());
    }
  }

  /** Text and thinking alike. */
  static void readAll(JsonNode content, Consumer<String> into) {
    read(content, into, into);
  }
}
