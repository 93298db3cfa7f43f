package dev.medley.endpoint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;

/** JSON values from bytes: where one ends, and what it holds. */
final class JsonValues {
  /** Smaller ones are parsed from one array, which is faster. */
  private static final int SMALL = 256 << 10;

  private static final ObjectReader ONE =
      Lenient.JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A value off a body.
   *
   * @param whole whether it ended before the body did
   */
  record Taken(Blocks bytes, boolean whole) {}

  private JsonValues() {}

  /**
   * Takes one object or list off {@code in}, not a byte more, so that nothing waits for bytes that
   * never come.
   *
   * @throws Blocks.TooLong when it does not end
   */
  static Taken take(ByteSource in) throws IOException {
    Blocks value = new Blocks();
    JsonStrings strings = new JsonStrings();
    int depth = 0;
    for (int b = in.next(); b >= 0; b = in.next()) {
      value.add(b);
      if (!strings.accept(b) && !strings.inside()) {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
        if (depth == 0) {
          return new Taken(value, true);
        }
      }
    }
    return new Taken(value, false);
  }

  /** The one value that these bytes are; empty when they are anything else. Drains large ones. */
  static Optional<JsonNode> parse(Blocks json) {
    try {
      JsonNode value =
          json.size() <= SMALL
              ? ONE.readValue(json.toArray())
              : ONE.readValue(LongStrings.cut(json));
      return Optional.ofNullable(value).filter(node -> !node.isMissingNode());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
