package dev.medley.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.compare.agreement.Agreement.Group;
import dev.medley.compare.agreement.Agreement.How;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static final String TWENTY =
      IntStream.range(0, 20).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "Paris | paris. | TEXT",
        "**Paris** | “Paris” | TEXT",
        "a  b | A B | TEXT",
        "ﬁne | fine | TEXT",
        "{\"a\": 1, \"b\": [1.0]} | {\"b\":[1],\"a\":1} | JSON",
        "{\"a\": 1} | {\"a\": 2} | -",
        "[1, 2] | [2, 1] | -",
        "{\"a\": 1} | a is 1 | -",
        "42 | 42.0 | -",
        "yes | no | -",
      })
  void howTwoAnswersAgree(String a, String b, How how) {
    assertEquals(Optional.ofNullable(how), Agreement.how(a, b));
    assertEquals(Optional.ofNullable(how), Agreement.how(b, a));
  }

  @Test
  void jsonInAFenceIsJson() {
    String fenced = "Here you are:\n```json\n{\"b\": 2, \"a\": 1}\n```\n";
    assertEquals(Optional.of(How.JSON), Agreement.how("{\"a\": 1, \"b\": 2}", fenced));
  }

  /** Two words of twenty differ: nine tenths are left; with three they are too few. */
  @Test
  void nineTenthsOfTheWordsAreEnough() {
    String two = TWENTY.replace("word3 ", "other ").replace("word9 ", "another ");
    String three = two.replace("word17 ", "third ");
    assertEquals(0.9, Similarity.of(TWENTY, two), 1e-12);
    assertEquals(Optional.of(How.SIMILAR), Agreement.how(TWENTY, two));
    assertEquals(0.85, Similarity.of(TWENTY, three), 1e-12);
    assertEquals(Optional.empty(), Agreement.how(TWENTY, three));
  }

  @Test
  void groupsWithTheLargestFirst() {
    Agreement agreement = Agreement.of(List.of("no", "Yes", "yes.", "maybe", "no", "YES"));
    assertEquals(
        List.of(
            new Group(List.of(1, 2, 5), Optional.of(How.TEXT)),
            new Group(List.of(0, 4), Optional.of(How.TEXT)),
            new Group(List.of(3), Optional.empty())),
        agreement.groups());
    assertFalse(agreement.all());
    assertEquals(6, agreement.answers());
  }

  @Test
  void theLeastStrictWayStandsForTheGroup() {
    String alike = TWENTY.replace("word3 ", "other ");
    Agreement agreement = Agreement.of(List.of(TWENTY, alike, TWENTY + "."));
    assertTrue(agreement.all());
    assertEquals(Optional.of(How.SIMILAR), agreement.largest().orElseThrow().how());
  }

  @Test
  void oneAnswerAgreesWithNobody() {
    assertFalse(Agreement.of(List.of("alone")).all());
    assertEquals(Optional.empty(), Agreement.of(List.of("alone")).largest());
    assertEquals(Optional.empty(), Agreement.of(List.of()).largest());
    assertEquals(Optional.empty(), Agreement.of(List.of("one", "two")).largest());
  }

  @Test
  void similarityIsSymmetricBetweenNothingAndAll() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 500; trial++) {
      String a = words(random);
      String b = words(random);
      double similarity = Similarity.of(a, b);
      assertTrue(0 <= similarity && similarity <= 1, a + " / " + b);
      assertEquals(similarity, Similarity.of(b, a), 1e-12);
      assertEquals(1, Similarity.of(a, a));
      assertEquals(similarity >= 0.5, Similarity.reaches(0.5, a, b));
    }
    assertEquals(0, Similarity.of("", "word"));
    assertEquals(1, Similarity.of("", " \n"));
  }

  private static String words(SplittableRandom random) {
    return random
        .ints(random.nextInt(12), 0, 5)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(" "));
  }
}
