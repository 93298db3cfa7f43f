package dev.medley.compare.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Usage;
import dev.medley.compare.matrix.Bill;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.matrix.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckKindsTest {
  private static final CheckKinds KINDS =
      CheckKinds.deterministic(
          name -> {
            throw new IllegalArgumentException("no such file: " + name);
          });

  /** 18 → 212 tokens in 1.24 s. */
  private static CaseResult answered(String text, Usage usage, Cost cost) {
    Question question = new Question("q", Optional.empty(), Parameters.NONE, Map.of());
    return new CaseResult(
        new Case("k", 1, 1, question, List.of()),
        new ModelRef("lab", "a"),
        new Outcome.Answered(Samples.reply(text, usage), Samples.TIMING),
        new Bill(usage, cost, 1),
        Optional.empty(),
        List.of());
  }

  private static CaseResult answered(String text) {
    Cost cost =
        new Cost(
            Optional.of(new BigDecimal("0.002")), Cost.Source.COMPUTED, Optional.empty(), false);
    return answered(text, Samples.USAGE, cost);
  }

  private static CheckResult check(String written, String answer) {
    return KINDS.make(CheckSpec.parse(written)).of(answered(answer));
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "contains: Paris|It is Paris.|true",
        "contains: paris|It is Paris.|false",
        "not_contains: sorry|Paris|true",
        "not_contains: sorry|so sorry|false",
        "equals:  Paris |' Paris\n'|true",
        "equals: Paris|Paris.|false",
        "equals:|''|true",
        "regex: ^\\d{4}$|1789|true",
        "regex: (?i)PARIS|in paris now|true",
        "regex: ^paris|in paris|false",
        "json|{\"a\": 1}|true",
        "json|'```json\n[1]\n```'|true",
        "json|{\"a\": 1} and more|false",
        "json|''|false",
        "schema: {\"required\": [\"a\"]}|{\"a\": 1}|true",
        "schema: {\"required\": [\"a\"]}|{\"b\": 1}|false",
        "max_cost: 0.002|x|true",
        "max_cost: 0.0019|x|false",
        "max_latency: 1240ms|x|true",
        "max_latency: 1.2s|x|false",
        "max_tokens: 212|x|true",
        "max_tokens: 211|x|false",
        "similar: The quick brown fox jumps|the quick  brown fax jumps|true",
        "similar: The quick brown fox|A slow red hen|false",
      })
  void anAnswerPassesOrNot(String written, String answer, boolean passes) {
    assertEquals(passes, check(written, answer).passed());
  }

  @Test
  void whatWasFoundIsTold() throws IOException {
    assertEquals(
        new CheckResult("max_latency: 1s", false, "1240 ms"), check("max_latency: 1s", "x"));
    assertEquals(
        new CheckResult("similar: a b c d", false, "similarity 0.75 of 0.80"),
        check("similar: a b c d", "a b c e"));
    assertTrue(
        check("schema: {\"type\": \"array\"}", "{}")
            .detail()
            .startsWith("the answer does not fit"));
    var loose = new JsonMapper().readTree("{\"to\": \"a b c d\", \"at_least\": 0.7}");
    assertTrue(KINDS.make(new CheckSpec("similar", loose)).of(answered("a b c e")).passed());
  }

  @Test
  void whatIsNotKnownDoesNotPass() {
    CaseResult unknown = answered("x", Usage.UNKNOWN, Cost.UNKNOWN);
    for (String check : List.of("max_cost: 9", "max_tokens: 999")) {
      assertEquals(
          new CheckResult(check, false, "unknown"), KINDS.make(CheckSpec.parse(check)).of(unknown));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|a?)+$", "(a|aa)+$", "(.*)*$b"})
  void anExpressionThatBacktracksWithoutEndIsGivenUp(String expression) {
    CheckResult result = check("regex: ^" + expression, "a".repeat(5_000) + "!");
    assertFalse(result.passed());
    assertEquals("the expression backtracks too much on this answer", result.detail());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "contain: x|no check \"contain\"; did you mean contains?",
        "json: x|json takes no value; schema: FILE says what the JSON has to be",
        "polite: x|no check \"polite\"; there are contains, not_contains, equals, regex, similar, json, schema, max_cost, max_latency, max_tokens",
        "contains:|contains needs a value: write contains: TEXT",
        "regex: (|\"(\" is no regular expression: Unclosed group",
        "max_cost: cheap|max_cost takes a number that is not negative, not \"cheap\"",
        "max_latency: soon|max_latency takes a duration such as 2s, not \"soon\"",
        "schema: a.json|no such file: a.json",
        "= 7|\"= 7\" is no check: write KIND: VALUE, such as contains: Paris",
      })
  void whatMakesNoSenseIsRefused(String written, String why) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> KINDS.make(CheckSpec.parse(written)));
    assertEquals(why, refused.getMessage());
  }

  @Test
  void placesAreFilledFromTheRow() {
    CheckSpec spec = CheckSpec.parse("equals: {{expected}}").filled(Map.of("expected", "{{x}}"));
    assertEquals("equals: {{x}}", spec.name());
  }
}
