package dev.medley.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.compare.agreement.WordDiff.Kind;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the cat sat | the dog sat | the [-cat-]{+dog+} sat",
        "the cat sat | a dog sat | [-the cat-]{+a dog+} sat",
        "same | same | same",
        "one two | one | one[- two-]",
        "one | one two | one{+ two+}",
        "Paris. | Paris! | Paris[-.-]{+!+}",
        "価格は百円 | 価格は千円 | 価格は[-百-]{+千+}円",
        "'' | new | {+new+}",
        "old | '' | [-old-]",
      })
  void asGitShowsIt(String before, String after, String shown) {
    assertEquals(shown, shown(WordDiff.of(before, after)));
  }

  @Test
  void nothingAgainstNothingIsTheSame() {
    assertTrue(WordDiff.of("", "").same());
    assertFalse(WordDiff.of("", " ").same());
  }

  @Test
  void bothTextsAreWholeInItWhateverTheyAre() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 2_000; trial++) {
      String before = text(random);
      String after = text(random);
      WordDiff diff = WordDiff.of(before, after);
      assertEquals(before, without(diff, Kind.ADDED));
      assertEquals(after, without(diff, Kind.REMOVED));
      assertEquals(before.equals(after), diff.same());
    }
  }

  @Test
  void longTextsAreComparedByLines() {
    String before = "a word and another\n".repeat(6_000);
    String after = before + "one more line";
    WordDiff diff = WordDiff.of(before, after);
    assertEquals(2, diff.pieces().size());
    assertEquals("one more line", diff.pieces().get(1).text());
  }

  @Test
  void twoLongTextsWithNothingInCommonTakeNoMoreThanSeconds() {
    String before =
        new SplittableRandom(2)
            .ints(4_900, 0, 9)
            .mapToObj(i -> "a" + i + "é")
            .collect(Collectors.joining(" "));
    String after =
        new SplittableRandom(3)
            .ints(4_900, 0, 9)
            .mapToObj(i -> "b" + i)
            .collect(Collectors.joining(" "));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertFalse(WordDiff.of(before, after).same()));
  }

  @Test
  void aWordOfAMillionLettersIsOneWord() {
    String word = "x".repeat(1_000_000);
    assertEquals(1, Words.of(word).size());
    assertEquals(1, Words.of(" ".repeat(1_000_000)).size());
  }

  private static String text(SplittableRandom random) {
    String[] alphabet = {"a", "b", " ", "\n", ".", "漢", "é", "😀", "the", "\r\n", "e\u0301"};
    return random
        .ints(random.nextInt(14), 0, alphabet.length)
        .mapToObj(i -> alphabet[i])
        .collect(Collectors.joining());
  }

  private static String without(WordDiff diff, Kind kind) {
    return diff.pieces().stream()
        .filter(piece -> piece.kind() != kind)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }

  private static String shown(WordDiff diff) {
    return diff.pieces().stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case KEPT -> piece.text();
                  case REMOVED -> "[-" + piece.text() + "-]";
                  case ADDED -> "{+" + piece.text() + "+}";
                })
        .collect(Collectors.joining());
  }
}
