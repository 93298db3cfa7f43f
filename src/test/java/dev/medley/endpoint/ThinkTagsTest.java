package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thinking and answer, wherever the pieces are cut. */
class ThinkTagsTest {
  private static String parted(String... pieces) {
    StringBuilder text = new StringBuilder();
    StringBuilder reasoning = new StringBuilder();
    ThinkTags tags = new ThinkTags(text::append, reasoning::append);
    for (String piece : pieces) {
      tags.accept(piece);
    }
    tags.end();
    return (reasoning + " / " + text).replace("\n", "\\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<think>hm</think>Hi | hm / Hi",
        "\\n <think>hm</think>\\n\\nHi | hm / Hi",
        "<think></think>Hi |  / Hi",
        "<think>a < b </thin k></think> | a < b </thin k> /",
        "<think>hm | hm /",
        "<thinking>Hi | / <thinking>Hi",
        "<thi | / <thi",
        "</thi | / </thi",
        "</think>\\n\\nHi | / Hi",
        "Hi <think>x</think> | / Hi <think>x</think>",
        "<think>a</think>b</think>c | a / b</think>c"
      })
  void row(String answer, String expected) {
    String text = answer.replace("\\n", "\n");
    assertEquals(expected, parted(text.split("")).strip(), "char by char");
    for (int cut = 0; cut <= text.length(); cut++) {
      String parted = parted(text.substring(0, cut), text.substring(cut)).strip();
      assertEquals(expected, parted, "cut at " + cut);
    }
  }

  @Test
  void withoutAnOpeningTagInOnePiece() {
    assertEquals("hm / Hi", parted("hm\n</think>\n\nHi"));
    assertEquals(" / Hi", parted("</thi", "nk>\n\nHi"));
    assertEquals(" / Say </think>\\n", parted("Say </think>\n"));
  }

  @Test
  void muchWhiteSpaceIsAnAnswer() {
    String blank = " ".repeat(2000);
    assertEquals(" / " + blank + "<think>x", parted(blank, "<think>x"));
  }
}
