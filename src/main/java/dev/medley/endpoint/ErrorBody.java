package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error body says, whatever its shape.
 *
 * @param message one line, or empty when the body says nothing
 * @param code the machine-readable code, or empty
 * @param type the machine-readable type, or empty
 */
record ErrorBody(String message, String code, String type) {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]{1,300})", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_MESSAGE = 600;
  private static final int DEEPEST = 4;

  /** Reads a body of unknown kind: JSON of any shape, HTML, or text. */
  static ErrorBody parse(String body) {
    String text = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      JsonNode tree = tree(text);
      if (tree.isContainerNode()) {
        return of(tree);
      }
    }
    if (text.startsWith("<")) {
      Matcher title = TITLE.matcher(text);
      return new ErrorBody(title.find() ? oneLine(title.group(1)) : "", "", "");
    }
    return new ErrorBody(oneLine(text), "", "");
  }

  /** Reads an error that has been parsed already. */
  static ErrorBody of(JsonNode root) {
    JsonNode body = root.isArray() && root.size() == 1 ? root.get(0) : root;
    JsonNode error = body.path("error");
    String message = message(body, 0);
    Optional<String> raw =
        Lenient.text(error.path("metadata"), "raw").map(text -> parse(text).message());
    if (raw.isPresent() && !raw.get().isEmpty() && !message.contains(raw.get())) {
      message = message.isEmpty() ? raw.get() : message + ": " + raw.get();
    }
    return new ErrorBody(
        oneLine(message), scalar(error, "code", body), scalar(error, "type", body));
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

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_MESSAGE
        ? line
        : line.substring(
                0,
                line.offsetByCodePoints(
                    0, Math.min(LONGEST_MESSAGE, line.codePointCount(0, line.length()))))
            + "…";
  }
}
