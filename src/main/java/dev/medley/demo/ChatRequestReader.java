package dev.medley.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.chat.Message;
import dev.medley.chat.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Reads a chat request: strict in what it needs, blind to what it does not know. */
final class ChatRequestReader {
  /** A picture of 20 MB, which may be attached, is a string of 27 million characters. */
  private static final int LONGEST_STRING = 64 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
              .build());

  private ChatRequestReader() {}

  static ChatRequest read(byte[] body) throws ApiError {
    JsonNode root = parse(body);
    String id = root.path("model").asText("");
    if (id.isEmpty()) {
      throw ApiError.badRequest("model", "The request names no model.");
    }
    List<Message> messages = messages(root.path("messages"));
    SimulatedModel model = SimulatedModel.of(id).orElseThrow(() -> ApiError.noSuchModel(id));
    return new ChatRequest(
        model,
        messages,
        root.path("stream").asBoolean(),
        root.path("stream_options").path("include_usage").asBoolean(),
        maxTokens(root),
        stop(root.path("stop")),
        variation(root));
  }

  private static JsonNode parse(byte[] body) throws ApiError {
    try {
      JsonNode root = JSON.readTree(body);
      if (root != null && root.isObject()) {
        return root;
      }
      throw ApiError.badRequest(null, "The request body is not a JSON object.");
    } catch (IOException e) {
      // The body is in memory: whatever cannot be read of it is the client's, bad encodings too.
      String cause = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
      throw ApiError.badRequest(null, "The request body is not JSON: " + cause);
    }
  }

  private static List<Message> messages(JsonNode list) throws ApiError {
    if (!list.isArray() || list.isEmpty()) {
      throw ApiError.badRequest("messages", "The request has no messages.");
    }
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : list) {
      messages.add(new Message(role(message.path("role").asText()), text(message.path("content"))));
    }
    return messages;
  }

  private static Role role(String name) throws ApiError {
    return switch (name) {
      case "system", "developer" -> Role.SYSTEM;
      case "user" -> Role.USER;
      case "assistant", "tool", "function" -> Role.ASSISTANT;
      default -> throw ApiError.badRequest("messages", "'" + name + "' is no role of a message.");
    };
  }

  /** A string, or the text parts of a list; a picture is something that these models cannot see. */
  private static String text(JsonNode content) throws ApiError {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (!content.isArray() && !content.isNull() && !content.isMissingNode()) {
      throw ApiError.badRequest("messages", "A message's content is neither a string nor a list.");
    }
    List<String> parts = new ArrayList<>();
    content.forEach(part -> parts.add(part.path("text").asText("")));
    return String.join("\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static OptionalLong maxTokens(JsonNode root) throws ApiError {
    for (String name : List.of("max_completion_tokens", "max_tokens")) {
      JsonNode value = root.path(name);
      if (value.isIntegralNumber() && value.longValue() > 0) {
        return OptionalLong.of(value.longValue());
      }
      if (!value.isMissingNode() && !value.isNull()) {
        throw ApiError.badRequest(name, name + " must be a whole number of at least 1.");
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> stop(JsonNode stop) {
    List<String> texts = new ArrayList<>();
    if (stop.isTextual()) {
      texts.add(stop.textValue());
    }
    stop.forEach(text -> texts.add(text.asText()));
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  /** At temperature 0 or none, a prompt has one answer; else the seed chooses, always the same. */
  private static int variation(JsonNode root) {
    double temperature = root.path("temperature").asDouble(0);
    return temperature == 0 ? 0 : Objects.hash(temperature, root.path("seed").asLong());
  }
}
