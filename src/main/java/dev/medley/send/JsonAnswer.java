package dev.medley.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * The JSON of an answer: the answer itself or, when that is none, its first fenced block.
 *
 * @param text as the model wrote it
 * @param value with exact decimals
 */
public record JsonAnswer(String text, JsonNode value) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Empty: neither is JSON. */
  public static Optional<JsonAnswer> in(String answer) {
    return read(answer.strip()).or(() -> FencedBlock.first(answer).flatMap(b -> read(b.strip())));
  }

  private static Optional<JsonAnswer> read(String text) {
    try {
      return Optional.of(new JsonAnswer(text, JSON.readTree(text)))
          .filter(read -> !read.value.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
