package dev.medley.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON schema that an answer is asked to fit, and how to ask for it.
 *
 * @param name for the server: letters, digits, dashes and underscores
 * @param schema a JSON object
 */
public record AnswerSchema(String name, JsonNode schema) {
  static final String RESPONSE_FORMAT = "response_format";
  private static final int LONGEST_NAME = 64;

  /** Ways to ask, from the one that binds a server most to the one that all models understand. */
  enum Way {
    JSON_SCHEMA,
    JSON_OBJECT,
    WORDS
  }

  /** Named by its title, else as given; whatever a name must not hold becomes an underscore. */
  public static AnswerSchema of(JsonNode schema, String otherName) {
    String title = schema.path("title").asText("");
    String name = (title.isBlank() ? otherName : title).strip().replaceAll("[^A-Za-z0-9_-]+", "_");
    String named = name.replaceAll("_", "").isEmpty() ? "answer" : name;
    return new AnswerSchema(named.substring(0, Math.min(LONGEST_NAME, named.length())), schema);
  }

  /** The prompt, asking for such an answer in that way. */
  Prompt asked(Prompt prompt, Way way) {
    return switch (way) {
      case JSON_SCHEMA -> prompt.withParameters(with(prompt, responseFormat()));
      case JSON_OBJECT ->
          instructed(prompt.withParameters(with(prompt, Map.of("type", "json_object"))));
      case WORDS -> instructed(prompt);
    };
  }

  /** Whether an answer that fits is always an object, which is all that {@code json_object} can. */
  boolean wantsAnObject() {
    return schema.path("type").asText().equals("object");
  }

  private static Parameters with(Prompt prompt, Map<String, Object> responseFormat) {
    return prompt.parameters().with(RESPONSE_FORMAT, responseFormat);
  }

  private Map<String, Object> responseFormat() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("name", name);
    named.put("schema", new JsonMapper().convertValue(schema, Map.class));
    if (StrictSchema.allows(schema)) {
      named.put("strict", true);
    }
    Map<String, Object> format = new LinkedHashMap<>();
    format.put("type", "json_schema");
    format.put("json_schema", named);
    return format;
  }

  private Prompt instructed(Prompt prompt) {
    String instruction =
        "Answer with JSON that fits this JSON schema, and with nothing else:\n" + schema;
    List<Message> messages = new ArrayList<>(prompt.messages());
    if (messages.get(0).role() == Role.SYSTEM) {
      messages.set(0, Message.system(messages.get(0).text() + "\n\n" + instruction));
    } else {
      messages.add(0, Message.system(instruction));
    }
    return prompt.withMessages(messages);
  }
}
