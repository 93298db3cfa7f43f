package dev.medley.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The value of a request field as a person writes it: JSON if it parses as that, else text. */
public final class FieldText {
  private FieldText() {}

  public static Object parse(String text) {
    try {
      Object parsed =
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readValue(text, Object.class);
      return parsed == null ? text : parsed;
    } catch (JsonProcessingException plainText) {
      return text;
    }
  }
}
