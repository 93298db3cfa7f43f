package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "two\nlines\tand a tab",
        "Grüße 你好 مرحبا שלום",
        "\uD83D\uDE00 \uD83D\uDC68\u200D\uD83D\uDC69",
        "half \uD83D",
        "\u00A0non-breaking\u200B",
      })
  void whatIsHarmlessStays(String text) {
    assertSame(text, SafeText.forTerminal(text));
  }

  @Test
  void escapeSequencesBecomeVisible() {
    assertEquals("␛[31mred␛[0m", SafeText.forTerminal("\u001b[31mred\u001b[0m"));
    assertEquals("␛]0;title␇", SafeText.forTerminal("\u001b]0;title\u0007"));
    assertEquals("␛]8;;x␛\\", SafeText.forTerminal("\u001b]8;;x\u001b\\"));
  }

  @Test
  void controlCharactersBecomeVisible() {
    assertEquals("␀␈␋␌␎␟␡", SafeText.forTerminal("\0\b\u000b\f\u000e\u001f\u007f"));
  }

  @Test
  void soDoEightBitControls() {
    assertEquals(
        "\uFFFD31m\uFFFD\uFFFD\uFFFD", SafeText.forTerminal("\u009b31m\u0080\u0085\u009f"));
  }

  @Test
  void andWhatReordersText() {
    assertEquals(
        "a\uFFFDb\uFFFDc\uFFFD\uFFFD", SafeText.forTerminal("a\u202Eb\u2066c\u2069\u202A"));
  }

  @Test
  void carriageReturnsGo() {
    assertEquals("one\ntwo\n", SafeText.forTerminal("one\r\ntwo\r\n"));
    assertEquals("safeevil", SafeText.forTerminal("safe\revil"));
  }

  @Test
  void itDoesNotMatterWhereATextIsSplit() {
    String text = "a\u001b[2J\r\n\uD83D\uDE00\u202E\u009bz";
    String whole = SafeText.forTerminal(text);
    for (int i = 0; i <= text.length(); i++) {
      assertEquals(
          whole,
          SafeText.forTerminal(text.substring(0, i)) + SafeText.forTerminal(text.substring(i)));
    }
  }
}
