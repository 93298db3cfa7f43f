package dev.medley.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsAreApartBySpaceUnlessQuotedOrEscaped() {
    assertEquals(List.of(), Words.of("  "));
    assertEquals(List.of("a", "b c", "d e"), Words.of(" a  \"b c\" 'd e' "));
    assertEquals(List.of("a b", "c\"d"), Words.of("a\\ b c\\\"d"));
    assertEquals(List.of("C:\\notes\\a.txt"), Words.of("C:\\notes\\a.txt"));
    assertEquals(List.of(""), Words.of("\"\""));
    assertEquals(List.of("open ended"), Words.of("\"open ended"));
  }
}
