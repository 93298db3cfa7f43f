package dev.medley.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.Condition;
import dev.medley.config.NumberRange;
import dev.medley.config.Phrase;
import dev.medley.config.Routing;
import dev.medley.config.Rule;
import dev.medley.config.Target;
import dev.medley.config.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouterTest {
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Chain> chains = new LinkedHashMap<>();

  RouterTest() {
    task(Task.DEFAULT);
  }

  @Test
  void withoutRulesItIsTheDefaultModel() {
    assertEquals("default, no rule: usual because no rules", decide("hello"));
  }

  @Test
  void whenNoRuleHoldsToo() {
    rule("cheap", word("summarize"));
    task("cheap", "small");
    assertEquals("default, no rule: usual because no rule matched", decide("hello"));
  }

  @Test
  void theFirstRuleThatHoldsDecides() {
    task("cheap", "small");
    task("deep", "large");
    rule("deep", word("prove"));
    rule("cheap", word("summarize"));
    rule("deep", word("this"));
    assertEquals("cheap, rule 2: small because rule 2: \"summarize\"", decide("Summarize this"));
    assertEquals("deep, rule 3: large because rule 3: \"this\"", decide("this"));
  }

  @Test
  void aRuleWithoutConditionAlwaysHolds() {
    task("cheap", "small");
    rule("cheap", Condition.ALWAYS);
    assertEquals("cheap, rule 1: small because rule 1: always", decide(""));
  }

  @Test
  void aNamedTaskAsksNoRule() {
    task("cheap", "small");
    task("deep", "large");
    rule("cheap", Condition.ALWAYS);
    assertEquals(
        "deep, no rule: large because named by --task",
        told(router().decide(features("hello"), Optional.of("deep"))));
  }

  @Test
  void aRuleCanNameAModel() {
    rules.add(new Rule(1, Optional.empty(), Optional.of("large"), new Condition.HasCode(true)));
    assertEquals("no task, rule 1: large because rule 1: has code", decide("```\nx = 1\n```"));
  }

  @Test
  void ofSeveralModelsThoseWhoseWindowHoldsThePrompt() {
    task("long", "window-10", "window-20", "window-30");
    String text = "x".repeat(4 * 11);
    assertEquals(
        "long, no rule: window-20, window-30 because named by --task; too long for lab/window-10",
        told(router().decide(features(text), Optional.of("long"))));
    assertEquals(
        "long, no rule: window-10, window-20, window-30 because named by --task",
        told(router().decide(features("short"), Optional.of("long"))));
  }

  @Test
  void allOfThemIfNoneDoes() {
    task("long", "window-10", "window-20");
    assertEquals(
        "long, no rule: window-10, window-20 because named by --task; too long for all of them",
        told(router().decide(features("x".repeat(400)), Optional.of("long"))));
  }

  @Test
  void aWindowThatIsUnknownHoldsAnything() {
    task("long", "window-10", "unknown");
    assertEquals(
        "long, no rule: unknown because named by --task; too long for lab/window-10",
        told(router().decide(features("x".repeat(400)), Optional.of("long"))));
  }

  @Test
  void aTaskCanNameAChain() {
    chains.put(
        "safe",
        new Chain(
            "safe",
            List.of("window-10", "large"),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of()));
    tasks.put("careful", task("careful", Optional.of("safe"), List.of()));
    Decision decision = router().decide(features("x".repeat(400)), Optional.of("careful"));
    assertEquals(
        "careful, no rule: window-10, large because named by --task; chain safe", told(decision));
    assertEquals(Optional.of("safe"), decision.chain());
  }

  @Test
  void whatATaskSetsComesWithTheDecision() {
    Parameters options = Parameters.NONE.with("temperature", 0);
    tasks.put(
        "terse",
        new Task(
            "terse", List.of("small"), Optional.empty(), "", Optional.of("Be brief."), options));
    assertEquals(
        new Decision(
            Optional.of("terse"),
            OptionalInt.empty(),
            List.of("named by --task"),
            List.of(Samples.target("small")),
            Optional.empty(),
            options,
            Optional.of("Be brief.")),
        router().decide(features("hello"), Optional.of("terse")));
  }

  @Test
  void thePromptIsCountedWithItsSystemMessage() {
    Features features =
        Features.of(
            new Prompt(
                List.of(Message.system("x".repeat(40)), Message.user("yyyy")),
                Parameters.NONE,
                true),
            true);
    assertEquals(new Features("yyyy", 4 + 10 + 4 + 1, true, false), features);
    assertEquals(1, new Features("\uD83D\uDE00", 1, false, false).chars());
  }

  @Test
  void theSameAlwaysGoesTheSameWay() {
    task("cheap", "window-10", "small");
    rule("cheap", new Condition.InputTokens(NumberRange.parse(">3").value().orElseThrow()));
    Decision once = router().decide(features("hello"), Optional.empty());
    for (int i = 0; i < 100; i++) {
      assertEquals(once, router().decide(features("hello"), Optional.empty()));
    }
  }

  private void task(String name, String... models) {
    tasks.put(name, task(name, Optional.empty(), List.of(models)));
  }

  private static Task task(String name, Optional<String> chain, List<String> models) {
    return new Task(name, models, chain, "", Optional.empty(), Parameters.NONE);
  }

  private void rule(String task, Condition when) {
    rules.add(new Rule(rules.size() + 1, Optional.of(task), Optional.empty(), when));
  }

  private static Condition word(String word) {
    return new Condition.Words(
        Condition.Quantity.ANY, List.of(Phrase.parse(word).value().orElseThrow()));
  }

  private static Features features(String text) {
    return Features.of(Prompt.of(text), false);
  }

  private String decide(String text) {
    return told(router().decide(features(text), Optional.empty()));
  }

  private Router router() {
    return new Router(new Routing(tasks, rules, chains), RouterTest::resolve);
  }

  private static List<Target> resolve(List<String> names) {
    return names.isEmpty()
        ? List.of(Samples.target("usual"))
        : names.stream().map(RouterTest::model).toList();
  }

  /** {@code window-10} has a window of ten tokens. */
  private static Target model(String name) {
    return name.startsWith("window-")
        ? Samples.windowed(name, Long.parseLong(name.substring(7)))
        : Samples.target(name);
  }

  private static String told(Decision decision) {
    return decision.task().orElse("no task")
        + ", "
        + (decision.rule().isPresent() ? "rule " + decision.rule().getAsInt() : "no rule")
        + ": "
        + decision.candidates().stream().map(Target::name).collect(Collectors.joining(", "))
        + " because "
        + String.join("; ", decision.reasons());
  }
}
