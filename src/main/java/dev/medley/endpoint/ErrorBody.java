package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an error body says, whatever its shape.
 *
 * @param message one line, or empty when the body says nothing
 * @param code the machine-readable code, or empty
 * @param type the machine-readable type, or empty
 * @param param the request field that it is about, or empty
 */
record ErrorBody(String message, String code, String type, String param) {
  private static final int DEEPEST = 8;

  /** Reads a body of unknown kind: JSON of any shape, HTML, or text. */
  static ErrorBody parse(String body) {
    String text = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      JsonNode tree = tree(text);
      if (tree.isContainerNode()) {
        return of(tree);
      }
    }
    return new ErrorBody(Sentence.of(text), "", "", "");
  }

  /** Reads an error that has been parsed already. */
  static ErrorBody of(JsonNode root) {
    JsonNode body = root.isArray() && root.size() == 1 ? root.get(0) : root;
    JsonNode error = body.path("error");
    String message = message(body, 0);
    String raw = message(error.path("metadata").path("raw"), 0);
    if (!raw.isEmpty() && !message.contains(raw)) {
      message = message.isEmpty() ? raw : message + ": " + raw;
    }
    return new ErrorBody(
        Sentence.of(message),
        scalar(error, "code", body),
        scalar(error, "type", body),
        scalar(error, "param", body));
  }

  /** Whether a chunk or body calls itself an error, in any of the ways that servers have. */
  static boolean isError(JsonNode body, String eventType) {
    return eventType.equals("error")
        || says(body.path("error"))
        || body.path("object").asText().equals("error")
        || body.path("type").asText().equals("error")
        || Lenient.count(body.path("base_resp").path("status_code")).orElse(0) != 0
        || body.path("success").isBoolean() && !body.path("success").booleanValue();
  }

  private static boolean says(JsonNode error) {
    return error.isTextual() && !error.textValue().isBlank()
        || error.isContainerNode() && !error.isEmpty()
        || error.isNumber() && !error.asText().equals("0")
        || error.isBoolean() && error.booleanValue();
  }

  private static String message(JsonNode body, int depth) {
    if (depth > DEEPEST || body.isMissingNode() || body.isNull()) {
      return "";
    }
    if (body.isTextual()) {
      return unwrapped(body.textValue(), depth);
    }
    if (body.isArray()) {
      return joined(body, depth);
    }
    JsonNode error = body.path("error");
    if (error.isTextual() && Lenient.text(body, "message").isPresent()) {
      return Lenient.text(body, "message").orElseThrow(); // "error" is then a code in words
    }
    for (JsonNode place :
        List.of(
            error,
            body.path("message"),
            body.path("detail"),
            body.path("msg"),
            body.path("errors"),
            body.path("base_resp").path("status_msg"),
            body.path("title"))) {
      String found = message(place, depth + 1);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** A string that holds JSON is read once more; any other is the message. */
  private static String unwrapped(String text, int depth) {
    String stripped = text.strip();
    if (stripped.startsWith("{") || stripped.startsWith("[")) {
      String inner = message(tree(stripped), depth + 1);
      return inner.isEmpty() ? stripped : inner;
    }
    return stripped;
  }

  private static String joined(JsonNode list, int depth) {
    List<String> parts = new ArrayList<>();
    for (JsonNode item : list) {
      String text = message(item, depth + 1);
      if (!text.isEmpty() && parts.size() < 3) {
        parts.add(field(item.path("loc")) + text);
      }
    }
    return String.join("; ", parts);
  }

  /** The field that a validation error is about: {@code body.stream_options: }. */
  private static String field(JsonNode loc) {
    List<String> path = new ArrayList<>();
    loc.forEach(step -> path.add(step.asText()));
    return path.isEmpty() ? "" : String.join(".", path) + ": ";
  }

  private static String scalar(JsonNode error, String name, JsonNode body) {
    JsonNode value = error.path(name).isValueNode() ? error.path(name) : body.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  private static JsonNode tree(String text) {
    try {
      return Lenient.JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
