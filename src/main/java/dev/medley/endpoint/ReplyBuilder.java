package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grows a reply from chunks or from one whole completion. Every part of a chunk is optional; what
 * is not understood is passed over.
 */
final class ReplyBuilder {
  private final TextFeed text;
  private final TextFeed reasoning;
  private final ThinkTags tags;
  private final StringBuilder refusal = new StringBuilder();
  private final List<String> toolCalls = new ArrayList<>();
  private String finishReason;
  private String model;
  private Usage usage = Usage.UNKNOWN;
  private ErrorBody error;
  private boolean sawChoice;

  ReplyBuilder(Consumer<String> onText, Consumer<String> onReasoning) {
    text = new TextFeed(onText);
    reasoning = new TextFeed(onReasoning);
    tags = new ThinkTags(text::accept, reasoning::accept);
  }

  /**
   * Takes in one JSON value.
   *
   * @param eventType the type of the event that carried it, or an empty string
   */
  void accept(JsonNode value, String eventType) {
    JsonNode chunk = value.isArray() && value.size() == 1 ? value.get(0) : value;
    Lenient.text(chunk, "model").ifPresent(name -> model = name);
    UsageReader.read(chunk).ifPresent(found -> usage = found);
    JsonNode choices = chunk.path("choices");
    if (choices.isArray()) {
      choices.forEach(this::choice);
    }
    if (isError(chunk, eventType)) {
      error = ErrorBody.of(chunk);
    }
  }

  private void choice(JsonNode choice) {
    if (!choice.isObject()) {
      return;
    }
    sawChoice = true;
    JsonNode delta =
        choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
    readReasoning(delta);
    JsonNode content = delta.isObject() ? delta.path("content") : choice.path("text");
    ContentParts.read(content, tags::accept, reasoning::accept);
    Lenient.text(delta, "refusal").ifPresent(refusal::append);
    delta.path("tool_calls").forEach(this::toolCall);
    Lenient.text(choice, "finish_reason")
        .filter(reason -> !reason.equals("null"))
        .ifPresent(reason -> finishReason = reason);
  }

  /** The same thinking may stand under two names: the first one found counts. */
  private void readReasoning(JsonNode delta) {
    Optional<String> plain = Lenient.firstText(delta, "reasoning_content", "reasoning");
    if (plain.isPresent()) {
      reasoning.accept(plain.get());
    } else {
      for (JsonNode detail : delta.path("reasoning_details")) {
        Lenient.firstText(detail, "text", "summary").ifPresent(reasoning::accept);
      }
    }
  }

  private void toolCall(JsonNode call) {
    Lenient.text(call.path("function"), "name").ifPresent(toolCalls::add);
  }

  private static boolean isError(JsonNode chunk, String eventType) {
    JsonNode error = chunk.path("error");
    boolean says =
        error.isTextual() && !error.textValue().isBlank()
            || error.isContainerNode() && !error.isEmpty();
    JsonNode status = chunk.path("base_resp").path("status_code");
    return says
        || eventType.equals("error")
        || chunk.path("object").asText().equals("error")
        || chunk.path("type").asText().equals("error")
        || status.isNumber() && status.asInt() != 0
        || chunk.path("success").isBoolean() && !chunk.path("success").booleanValue();
  }

  /** Lets go of what was held back; to be called once, when nothing more comes. */
  void end() {
    tags.end();
    text.end();
    reasoning.end();
  }

  /** The reply so far. */
  Reply reply() {
    String answer = text.toString();
    String thought = reasoning.toString();
    int close = answer.indexOf(ThinkTags.CLOSE);
    if (close >= 0 && thought.isEmpty() && !answer.contains(ThinkTags.OPEN)) {
      thought = answer.substring(0, close).strip();
      answer = answer.substring(close + ThinkTags.CLOSE.length()).stripLeading();
    }
    return new Reply(
        answer, thought, Optional.ofNullable(finishReason), Optional.ofNullable(model), usage);
  }

  Optional<ErrorBody> error() {
    return Optional.ofNullable(error);
  }

  boolean hasText() {
    return !text.isEmpty();
  }

  boolean hasReasoning() {
    return !reasoning.isEmpty();
  }

  boolean sawChoice() {
    return sawChoice;
  }

  boolean finished() {
    return finishReason != null;
  }

  String refusal() {
    return refusal.toString();
  }

  /** Names of the tools that the model wanted called. */
  List<String> toolCalls() {
    return List.copyOf(toolCalls);
  }
}
