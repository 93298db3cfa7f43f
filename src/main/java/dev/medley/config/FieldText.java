package dev.medley.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The value of a request field as a person writes it: JSON if it parses as that, else text. */
public final class FieldText {
  private FieldText() {}

  public static Object parse(String text) {
    return json(text).orElse(text);
  }

  /**
   * Several values with commas between them: {@code 0,0.7} is two, {@code [0,0.7]} and {@code
   * "a,b"} are one each.
   */
  public static List<Object> variants(String text) {
    Optional<Object> one = json(text);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    if (json("[" + text + "]").orElse(null) instanceof List<?> several
        && several.size() > 1
        && several.stream().noneMatch(Objects::isNull)) {
      return List.copyOf(several);
    }
    return Stream.of(text.split(",", -1)).map(part -> parse(part.strip())).toList();
  }

  private static Optional<Object> json(String text) {
    try {
      return Optional.ofNullable(
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readValue(text, Object.class));
    } catch (JsonProcessingException plainText) {
      return Optional.empty();
    }
  }
}
