package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
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
  private final Choices choices = new Choices();
  private final StringBuilder refusal = new StringBuilder();
  private final ToolCalls toolCalls = new ToolCalls();
  private String reasoningField = "";
  private String finishReason;
  private String model;
  private Usage usage = Usage.UNKNOWN;
  private ErrorBody error;
  private ErrorBody otherWords;
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
    if (value.isArray()) {
      value.forEach(element -> chunk(element, eventType));
    } else {
      chunk(value, eventType);
    }
  }

  private void chunk(JsonNode chunk, String eventType) {
    Lenient.text(chunk, "model").ifPresent(name -> model = name);
    UsageReader.read(chunk).ifPresent(found -> usage = found);
    JsonNode all = chunk.path("choices");
    for (JsonNode choice : all) {
      otherThanText(choice);
    }
    choices.speaking(all).ifPresent(this::choice);
    if (ErrorBody.isError(chunk, eventType)) {
      error = ErrorBody.of(chunk);
    } else if (!all.isArray() && !sawChoice && otherWords == null) {
      otherWords = ErrorBody.of(chunk);
    }
  }

  /**
   * The text of a chunk that was taken in, if that is all it brought: of another one that differs
   * in its text only, {@link #acceptMore} would take in the same.
   */
  Optional<String> soleText(JsonNode chunk) {
    JsonNode choice = chunk.path("choices").path(0);
    JsonNode delta = choice.path("delta");
    boolean plain =
        error == null
            && chunk.path("choices").size() == 1
            && choices.single()
            && Choices.finishReason(choice).isEmpty()
            && UsageReader.read(chunk).isEmpty()
            && delta.properties().stream()
                .allMatch(field -> isPlain(field.getKey(), field.getValue()));
    return plain ? Lenient.text(delta, "content") : Optional.empty();
  }

  private static boolean isPlain(String name, JsonNode value) {
    boolean nothing = value.isNull() || value.isTextual() && value.textValue().isEmpty();
    return nothing || name.equals("content") || name.equals("role");
  }

  /** More text, from the choice that has spoken last. */
  void acceptMore(String more) {
    tags.accept(more);
  }

  private void otherThanText(JsonNode choice) {
    sawChoice |= choice.isObject();
    JsonNode delta = Choices.delta(choice);
    Lenient.text(delta, "refusal").ifPresent(refusal::append);
    delta.path("tool_calls").forEach(toolCalls::accept);
    Choices.finishReason(choice).ifPresent(reason -> finishReason = reason);
  }

  private void choice(JsonNode choice) {
    JsonNode delta = Choices.delta(choice);
    readReasoning(delta);
    ContentParts.read(
        delta.isObject() ? delta.path("content") : choice.path("text"),
        tags::accept,
        thought -> reason("content", thought));
    Choices.finishReason(choice).ifPresent(reason -> finishReason = reason);
  }

  private void readReasoning(JsonNode delta) {
    for (String field : List.of("reasoning_content", "reasoning")) {
      ContentParts.readAll(delta.path(field), thought -> reason(field, thought));
    }
    for (JsonNode detail : delta.path("reasoning_details")) {
      Lenient.firstText(detail, "text", "summary")
          .ifPresent(thought -> reason("reasoning_details", thought));
    }
  }

  /** The same thinking may stand under several names: the first one that has some counts. */
  private void reason(String field, String thought) {
    if (reasoningField.isEmpty() && !thought.isEmpty()) {
      reasoningField = field;
    }
    if (reasoningField.equals(field)) {
      reasoning.accept(thought);
    }
  }

  /** Lets go of what was held back; to be called when nothing more comes. */
  void end() {
    tags.end();
    text.end();
    reasoning.end();
  }

  /** The reply so far. */
  Reply reply() {
    String answer = text.toString();
    String thought = reasoning.toString();
    int[] parts = thought.isEmpty() ? ThinkTags.partsWithoutOpening(answer) : null;
    if (parts != null) {
      thought = answer.substring(0, parts[0]).strip();
      answer = answer.substring(parts[1]).stripLeading();
    }
    return new Reply(
        answer, thought, Optional.ofNullable(finishReason), Optional.ofNullable(model), usage);
  }

  /** Whether the thinking had no opening tag, and was known too late as what it is. */
  boolean showedThinkingAsText() {
    return reasoning.isBlank() && ThinkTags.partsWithoutOpening(text.toString()) != null;
  }

  Optional<ErrorBody> error() {
    return Optional.ofNullable(error);
  }

  /** What a body said that had no choices and did not call itself an error. */
  Optional<ErrorBody> otherWords() {
    return Optional.ofNullable(otherWords).filter(words -> !words.message().isEmpty());
  }

  /** Whether any text came that can be seen. */
  boolean hasText() {
    return !text.isBlank();
  }

  boolean hasReasoning() {
    return !reasoning.isBlank();
  }

  boolean sawChoice() {
    return sawChoice;
  }

  boolean finished() {
    return finishReason != null;
  }

  String finishReason() {
    return finishReason == null ? "" : finishReason;
  }

  String refusal() {
    return refusal.toString();
  }

  /** Names of the tools that the model wanted called. */
  List<String> toolCalls() {
    return toolCalls.names();
  }
}
