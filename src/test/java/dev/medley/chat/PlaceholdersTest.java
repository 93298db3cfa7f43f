package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'{{a}} and {{b}}' | 'x and y'",
        "'{{ a }}{{a}}' | 'xx'",
        "'{a} {{}} {{1}} {{a' | '{a} {{}} {{1}} {{a'",
        "'{{{a}}}' | '{x}'",
        "'no place' | 'no place'",
      })
  void placesAreFilledIn(String text, String filled) {
    assertEquals(filled, new Placeholders(text).filled(Map.of("a", "x", "b", "y")));
  }

  @Test
  void namesComeInOrderAndOnce() {
    assertEquals(
        List.of("größe", "a.b", "c-d"),
        List.copyOf(new Placeholders("{{größe}} {{a.b}} {{größe}} {{c-d}}").names()));
  }

  @Test
  void whatIsFilledInIsNotLookedAtAgain() {
    assertEquals(
        "{{b}} $1 \\", new Placeholders("{{a}}").filled(Map.of("a", "{{b}} $1 \\", "b", "never")));
  }

  @Test
  void aMissingValueIsNamed() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new Placeholders("{{a}}").filled(Map.of()));
    assertEquals("no value for {{a}}", thrown.getMessage());
  }

  /** Text without places stays as it is, whatever braces it has. */
  @Test
  void textBetweenPlacesIsKept() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder around = new StringBuilder();
      random.ints(12, 0, 6).forEach(n -> around.append("{}a \n$".charAt(n)));
      Placeholders text = new Placeholders(around.toString());
      assertEquals(around.toString().replaceAll("\\{\\{\\s*a+\\s*}}", "V"), fill(text));
    }
  }

  private static String fill(Placeholders text) {
    Map<String, String> values = new java.util.HashMap<>();
    text.names().forEach(name -> values.put(name, "V"));
    return text.filled(values);
  }
}
