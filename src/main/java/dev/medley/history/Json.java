package dev.medley.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.chat.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Columns that hold JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException neverOfOurs) {
      throw new IllegalStateException(neverOfOurs);
    }
  }

  static Parameters parameters(String text) throws SQLException {
    return new Parameters(read(text, new TypeReference<Map<String, Object>>() {}));
  }

  static List<String> strings(String text) throws SQLException {
    return read(text, new TypeReference<List<String>>() {});
  }

  private static <T> T read(String text, TypeReference<T> type) throws SQLException {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException | IllegalArgumentException changedByHand) {
      throw new SQLException("a column that should hold JSON does not", changedByHand);
    }
  }
}
