package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the SDK's request bodies. Its own mapper walks the whole request model by Kotlin
 * reflection, about 200 ms at the first call, and so does its conversion of one value. All our
 * fields are additional properties, so writing those, value by value, is enough.
 */
final class BodyWriter implements JsonValue.Visitor<Void> {
  private final JsonGenerator out;

  private BodyWriter(JsonGenerator out) {
    this.out = out;
  }

  /** A mapper that knows request bodies and nothing else. */
  static JsonMapper mapper() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(
        ChatCompletionCreateParams.Body.class,
        new JsonSerializer<>() {
          @Override
          @SuppressWarnings("deprecation") // its successor walks the whole model
          public void serialize(
              ChatCompletionCreateParams.Body body, JsonGenerator out, SerializerProvider types) {
            new BodyWriter(out).visitObject(body._additionalProperties());
          }
        });
    return JsonMapper.builder().addModule(module).build();
  }

  @Override
  public Void visitNull() {
    return written(out::writeNull);
  }

  @Override
  public Void visitBoolean(boolean value) {
    return written(() -> out.writeBoolean(value));
  }

  @Override
  public Void visitNumber(Number value) {
    return written(() -> out.writePOJO(value));
  }

  @Override
  public Void visitString(String value) {
    return written(() -> out.writeString(value));
  }

  @Override
  public Void visitArray(List<? extends JsonValue> values) {
    written(out::writeStartArray);
    for (JsonValue value : values) {
      value.accept(this);
    }
    return written(out::writeEndArray);
  }

  @Override
  public Void visitObject(Map<String, ? extends JsonValue> values) {
    written(out::writeStartObject);
    for (var field : values.entrySet()) {
      written(() -> out.writeFieldName(field.getKey()));
      field.getValue().accept(this);
    }
    return written(out::writeEndObject);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static Void written(Step step) {
    try {
      step.run();
      return null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
