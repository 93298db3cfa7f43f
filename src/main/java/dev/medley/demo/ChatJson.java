package dev.medley.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The JSON documents of one answer, whole or in chunks. */
final class ChatJson {
  private final String id;
  private final ChatRequest request;
  private final long promptTokens;
  private final long created = Instant.now().getEpochSecond();

  ChatJson(long number, ChatRequest request) {
    this.id = "chatcmpl-demo-" + number;
    this.request = request;
    this.promptTokens = request.promptTokens();
  }

  ObjectNode completion(Answer answer) {
    ObjectNode body = document("chat.completion");
    ObjectNode choice = choice(body, answer.finishReason());
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", String.join("", answer.text()));
    if (!answer.reasoning().isEmpty()) {
      message.put("reasoning_content", String.join("", answer.reasoning()));
    }
    body.set("usage", usage(answer));
    return body;
  }

  ObjectNode opening() {
    ObjectNode chunk = chunk();
    choice(chunk, null).putObject("delta").put("role", "assistant").put("content", "");
    return chunk;
  }

  /** The chunk of the token of that number, counted from 0, reasoning first. */
  ObjectNode token(Answer answer, int number) {
    List<String> reasoning = answer.reasoning();
    boolean thinks = number < reasoning.size();
    String token = thinks ? reasoning.get(number) : answer.text().get(number - reasoning.size());
    ObjectNode chunk = chunk();
    choice(chunk, null).putObject("delta").put(thinks ? "reasoning_content" : "content", token);
    return chunk;
  }

  ObjectNode closing(Answer answer) {
    ObjectNode chunk = chunk();
    choice(chunk, answer.finishReason()).putObject("delta");
    return chunk;
  }

  ObjectNode usageChunk(Answer answer) {
    ObjectNode chunk = chunk();
    chunk.putArray("choices");
    chunk.set("usage", usage(answer));
    return chunk;
  }

  /** Where usage was asked for, OpenAI says null in every chunk before it. */
  private ObjectNode chunk() {
    ObjectNode chunk = document("chat.completion.chunk");
    return request.includeUsage() ? chunk.putNull("usage") : chunk;
  }

  private ObjectNode document(String object) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", id).put("object", object).put("created", created);
    return document.put("model", request.model().id());
  }

  private static ObjectNode choice(ObjectNode document, String finishReason) {
    ObjectNode choice = document.putArray("choices").addObject();
    return choice.put("index", 0).put("finish_reason", finishReason);
  }

  private ObjectNode usage(Answer answer) {
    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage.put("prompt_tokens", promptTokens).put("completion_tokens", answer.size());
    usage.put("total_tokens", promptTokens + answer.size());
    usage.putObject("completion_tokens_details").put("reasoning_tokens", answer.reasoning().size());
    return usage;
  }
}
