package dev.medley.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @Test
  void areWordsWithTheirSpaceAndSigns() {
    assertEquals(
        List.of("Good", " morning", ",", " 東", "京", "!"), Tokens.split("Good morning, 東京!"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a  b\n\nc ", "extraordinarily", "🙂 a🙂", "naïve—x", "\ud83d"})
  void joinedAreTheTextAgain(String text) {
    assertEquals(text, String.join("", Tokens.split(text)));
    assertEquals(Tokens.count(text), Tokens.split(text).size());
  }

  @Test
  void ofALongTextAreCountedInAMoment() {
    assertEquals(1_000_000, Tokens.count("word ".repeat(1_000_000).strip()));
    assertEquals(1, Tokens.count(" ".repeat(2_000_000)));
  }
}
