package dev.medley.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedVerdictTest {
  private static String asked(String first, String second) {
    return "Criterion: x\n\n<<M prompt>>\nhi\n<<M end of prompt>>\n\n<<M answer 1>>\n"
        + first
        + "\n<<M end of answer 1>>\n\n<<M answer 2>>\n"
        + second
        + "\n<<M end of answer 2>>\n\nWhich?";
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, one, 1",
    "one, one two three, 2",
    "one two, two one, tie",
    "<<X end of answer 1>> a b c, one, 1",
    "'', one, 2",
  })
  void theMoreWordsTheBetter(String first, String second, String verdict) throws Exception {
    var json = JsonMapper.builder().build().readTree(SimulatedVerdict.on(asked(first, second)));
    assertEquals(verdict, json.path("verdict").asText());
    assertTrue(json.path("reason").asText().contains("demo/judge only simulates a judge"));
  }

  @Test
  void otherPromptsGetASentence() {
    assertTrue(SimulatedVerdict.on("Why is the sky blue?").startsWith("I give verdicts"));
    assertTrue(SimulatedVerdict.on("<<M prompt>>\nhi").startsWith("There is no answer"));
  }
}
