package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.render.terminal.WordWrap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that comes in pieces, broken between words. */
class WordWrapTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void howTheTextIsCutMakesNoDifference(int length) {
    String text = "one two three\n  set in, 日本 and averyverylongword\n\nend";
    StringBuilder seen = new StringBuilder();
    WordWrap wrap = new WordWrap(seen::append, () -> 10);
    for (int i = 0; i < text.length(); i += length) {
      wrap.feed(text.substring(i, Math.min(text.length(), i + length)));
    }
    wrap.end();
    assertEquals("one two\nthree\n  set in,\n日本 and\naveryverylongword\n\nend", seen.toString());
  }
}
