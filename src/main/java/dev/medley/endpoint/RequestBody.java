package dev.medley.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Dialect;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import java.util.Map;

/** The JSON of a chat completion request. Little is sent: what was asked for, and usage. */
final class RequestBody {
  private static final String STREAM_OPTIONS = "stream_options";

  private RequestBody() {}

  static ObjectNode of(String modelId, Prompt prompt, Speech speech) {
    Dialect dialect = speech.dialect();
    ObjectNode body = Lenient.JSON.createObjectNode();
    body.put("model", modelId);
    ArrayNode messages = body.putArray("messages");
    for (Message message : prompt.messages()) {
      MessageContent.write(message, messages.addObject().put("role", speech.roleOf(message)));
    }
    if (prompt.stream() && !dialect.omit().contains("stream")) {
      body.put("stream", true);
      if (!dialect.omit().contains(STREAM_OPTIONS)) {
        body.putObject(STREAM_OPTIONS).put("include_usage", true);
      }
    }
    Parameters asked = prompt.parameters().without(dialect.omit());
    for (Map.Entry<String, Object> field : asked.fields().entrySet()) {
      body.set(nameIn(dialect, field.getKey()), Lenient.JSON.valueToTree(field.getValue()));
    }
    return body;
  }

  private static String nameIn(Dialect dialect, String field) {
    boolean limit =
        field.equals(Parameters.MAX_TOKENS) || field.equals(Parameters.MAX_COMPLETION_TOKENS);
    return limit ? dialect.maxTokensField().orElse(field) : field;
  }
}
