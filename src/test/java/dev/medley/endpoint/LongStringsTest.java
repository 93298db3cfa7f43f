package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting strings changes nothing but their length. */
class LongStringsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "ü",
        "漢",
        "\uD83D\uDE00",
        "a\\n",
        "\\u00e4",
        "\\ud83d\\ude00",
        "\\\\",
        "\\\"",
        "{[,]}"
      })
  void piecesMakeUpTheWhole(String piece) throws Exception {
    for (int shift = 0; shift < 12; shift++) {
      String content = "s".repeat(shift) + piece.repeat(600_000 / piece.length());
      String json = "{\"a\":\"b\",\"content\":\"" + content + "\",\"n\":[1,\"c\"]}";
      JsonNode cut =
          JsonValues.parse(Blocks.of(json.getBytes(StandardCharsets.UTF_8))).orElseThrow();
      StringBuilder joined = new StringBuilder();
      cut.path("content").forEach(part -> joined.append(part.textValue()));
      JsonNode whole = Lenient.JSON.readTree(json);
      assertEquals(whole.path("content").textValue(), joined.toString());
      assertEquals(whole.path("n"), cut.path("n"));
      assertEquals("b", cut.path("a").textValue());
    }
  }
}
