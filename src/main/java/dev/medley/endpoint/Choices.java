package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Which of several choices is the answer: one of them, never two mixed. */
final class Choices {
  private String firstIndex;
  private boolean several;
  private boolean alternating;
  private String lastIndex;

  /**
   * The choice of this chunk that speaks: the first with text or reasoning, else the first. Once an
   * index comes back after another, the stream holds several answers, and only the first one is
   * followed; an index that merely counts up is noise that some servers make.
   */
  Optional<JsonNode> speaking(JsonNode choices) {
    JsonNode first = null;
    for (JsonNode choice : choices) {
      if (choice.isObject() && follows(choice)) {
        if (speaks(choice)) {
          return Optional.of(choice);
        }
        first = first == null ? choice : first;
      }
    }
    return Optional.ofNullable(first);
  }

  private boolean follows(JsonNode choice) {
    String index = choice.path("index").asText("");
    if (firstIndex == null) {
      firstIndex = index;
    }
    several |= !index.equals(firstIndex);
    alternating |= index.equals(firstIndex) && lastIndex != null && !lastIndex.equals(index);
    lastIndex = index;
    return !alternating || index.equals(firstIndex);
  }

  /** Whether no other choice than the first has come. */
  boolean single() {
    return !several;
  }

  private static boolean speaks(JsonNode choice) {
    JsonNode delta = delta(choice);
    return filled(delta.path("content"))
        || filled(choice.path("text"))
        || filled(delta.path("reasoning_content"))
        || filled(delta.path("reasoning"))
        || filled(delta.path("reasoning_details"));
  }

  private static boolean filled(JsonNode value) {
    return value.isTextual() ? !value.textValue().isEmpty() : value.size() > 0;
  }

  /** The part that holds the text, in a chunk or in a whole completion; maybe missing. */
  static JsonNode delta(JsonNode choice) {
    JsonNode delta = choice.path("delta");
    return delta.isObject() ? delta : choice.path("message");
  }

  /** Empty for null, "" and "null", which servers send while the answer goes on. */
  static Optional<String> finishReason(JsonNode choice) {
    return Lenient.text(choice, "finish_reason").filter(reason -> !reason.equals("null"));
  }
}
