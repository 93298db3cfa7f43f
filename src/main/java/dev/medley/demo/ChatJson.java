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
    ObjectNode message = object().put("role", "assistant");
    message.put("content", String.join("", answer.text()));
    if (!answer.reasoning().isEmpty()) {
      message.put("reasoning_content", String.join("", answer.reasoning()));
    }
    ObjectNode body = document("chat.completion");
    choice(body, "message", message, answer.finishReason());
    body.set("usage", usage(answer));
    return body;
  }

  ObjectNode opening() {
    return chunk(object().put("role", "assistant").put("content", ""), null);
  }

  /** The chunk of the token of that number, counted from 0, reasoning first. */
  ObjectNode token(Answer answer, int number) {
    List<String> reasoning = answer.reasoning();
    return number < reasoning.size()
        ? chunk(object().put("reasoning_content", reasoning.get(number)), null)
        : chunk(object().put("content", answer.text().get(number - reasoning.size())), null);
  }

  ObjectNode closing(Answer answer) {
    return chunk(object(), answer.finishReason());
  }

  ObjectNode usageChunk(Answer answer) {
    ObjectNode chunk = document("chat.completion.chunk");
    chunk.putArray("choices");
    chunk.set("usage", usage(answer));
    return chunk;
  }

  /** Where usage was asked for, OpenAI says null in every chunk before it. */
  private ObjectNode chunk(ObjectNode delta, String finishReason) {
    ObjectNode chunk = document("chat.completion.chunk");
    choice(chunk, "delta", delta, finishReason);
    return request.includeUsage() ? chunk.putNull("usage") : chunk;
  }

  private ObjectNode document(String object) {
    ObjectNode document = object();
    document.put("id", id).put("object", object).put("created", created);
    return document.put("model", request.model().id());
  }

  private static void choice(
      ObjectNode document, String name, ObjectNode content, String finishReason) {
    ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
    choice.set(name, content);
    choice.put("finish_reason", finishReason);
  }

  private ObjectNode usage(Answer answer) {
    ObjectNode usage = object();
    usage.put("prompt_tokens", promptTokens).put("completion_tokens", answer.size());
    usage.put("total_tokens", promptTokens + answer.size());
    usage.putObject("completion_tokens_details").put("reasoning_tokens", answer.reasoning().size());
    return usage;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
