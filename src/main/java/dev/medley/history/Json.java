package dev.medley.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.chat.Parameters;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Columns that hold JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  /**
   * Written value by value: the mapper would first find out how lists and maps are written, which
   * takes longer than all the rest of a row.
   */
  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      write(value, out);
    } catch (IOException neverOfOurs) {
      throw new IllegalStateException(neverOfOurs);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(entry.getKey().toString());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else {
      out.writePOJO(value);
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
