package dev.medley.route;

import static dev.medley.route.Routes.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.catalog.ModelTier;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Choice;
import dev.medley.config.Condition;
import dev.medley.config.NumberRange;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.config.TemplateUse;
import dev.medley.config.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouterTest {
  private final Routes routes = new Routes();

  @Test
  void withoutRulesItIsTheDefaultModel() {
    assertEquals("default, no rule: usual because no rules", decide("hello"));
  }

  @Test
  void whenNoRuleHoldsToo() {
    routes.rule("cheap", word("summarize")).task("cheap", "small");
    assertEquals("default, no rule: usual because no rule matched", decide("hello"));
  }

  @Test
  void theFirstRuleThatHoldsDecides() {
    routes.task("cheap", "small").task("deep", "large");
    routes.rule("deep", word("prove")).rule("cheap", word("summarize")).rule("deep", word("this"));
    assertEquals("cheap, rule 2: small because rule 2: \"summarize\"", decide("Summarize this"));
    assertEquals("deep, rule 3: large because rule 3: \"this\"", decide("this"));
  }

  @Test
  void everyRuleIsToldWithWhatCameOfIt() {
    routes.task("cheap", "small").task("deep", "large");
    routes.rule("deep", word("prove")).rule("cheap", word("summarize")).rule("deep", word("this"));
    assertEquals(
        List.of("1 no \"prove\"", "2 yes \"summarize\"", "3 yes \"this\""),
        routes.decide("Summarize this").rules().stream()
            .map(
                c ->
                    c.rule().number()
                        + (c.verdict().holds() ? " yes " : " no ")
                        + c.verdict().why())
            .toList());
  }

  @Test
  void aRuleWithoutConditionAlwaysHolds() {
    routes.task("cheap", "small").rule("cheap", Condition.ALWAYS);
    assertEquals("cheap, rule 1: small because rule 1: always", decide(""));
  }

  @Test
  void aNamedTaskAsksNoRule() {
    routes.task("cheap", "small").task("deep", "large").rule("cheap", Condition.ALWAYS);
    Decision decision = routes.decide(Prompt.of("hello"), Routes.task("deep"));
    assertEquals("deep, no rule: large because named by --task", told(decision));
    assertEquals(List.of(), decision.rules());
  }

  @Test
  void aRuleCanNameAModel() {
    routes.ruleToModel("large", new Condition.HasCode(true));
    assertEquals("no task, rule 1: large because rule 1: has code", decide("```\nx = 1\n```"));
  }

  @Test
  void ofSeveralModelsTheFirstWhoseWindowHoldsThePrompt() {
    routes.model(Samples.windowed("w10", 10), Samples.windowed("w20", 20));
    routes.task("long", "w10", "w20", "unknown");
    assertEquals("w10", winner("short", "long"));
    assertEquals("w20", winner("x".repeat(44), "long"));
    assertEquals("unknown", winner("x".repeat(400), "long"));
    assertEquals(
        "long, no rule: unknown because named by --task;"
            + " lab/w10: about 104 tokens do not fit its window of 10;"
            + " lab/w20: about 104 tokens do not fit its window of 20",
        told(routes.decide(Prompt.of("x".repeat(400)), Routes.task("long"))));
  }

  @Test
  void noneOfThemIfNoneDoes() {
    routes.model(Samples.windowed("w10", 10), Samples.windowed("w20", 20));
    routes.task("long", "w10", "w20").task("one", "w10");
    Decision decision = routes.decide(Prompt.of("x".repeat(400)), Routes.task("long"));
    assertEquals(Optional.empty(), decision.model());
    assertEquals(
        "CONTEXT none of the 2 models may take this prompt",
        decision.selection().failure().map(f -> f.kind() + " " + f.message()).orElse(""));
    assertEquals(
        "CONTEXT lab/w10: about 104 tokens do not fit its window of 10",
        routes
            .decide(Prompt.of("x".repeat(400)), Routes.task("one"))
            .selection()
            .failure()
            .map(f -> f.kind() + " " + f.message())
            .orElse(""));
  }

  @Test
  void aTaskCanNameAChain() {
    routes.model(Samples.windowed("w10", 10)).chain("careful", "safe", "w10", "large");
    Decision decision = routes.decide(Prompt.of("x".repeat(400)), Routes.task("careful"));
    assertEquals("careful, no rule: large because named by --task; chain safe", told(decision));
    assertEquals(Optional.of("safe"), decision.chain());
    assertEquals(List.of("w10", "large"), decision.walked().stream().map(Target::name).toList());
  }

  @Test
  void whatATaskSetsIsCountedAndGoesAlong() {
    Parameters options = Parameters.NONE.with("max_tokens", 100);
    routes.model(Samples.priced("small", "1", "10"));
    routes.speaking("terse", "x".repeat(400), options, "small");
    Decision decision = routes.decide(Prompt.of("hello"), Routes.task("terse"));
    assertEquals(
        "0.001110", decision.selection().winner().orElseThrow().estimate().usd().get().toString());
    Prompt routed = Routed.prompt(decision.match().task(), Prompt.of("hello"));
    assertEquals("x".repeat(400), routed.systemText());
    assertEquals(100, routed.parameters().maxTokens().getAsLong());
  }

  @Test
  void theUsersOwnSystemPromptAndFieldsComeFirst() {
    Task task = task("terse", "Be brief.", Parameters.NONE.with("seed", 1).with("top_p", 1));
    Prompt own =
        new Prompt(
            List.of(Message.system("Be long."), Message.user("hi")),
            Parameters.NONE.with("seed", 2),
            true);
    Prompt routed = Routed.prompt(task, own);
    assertEquals("Be long.", routed.systemText());
    assertEquals(2, routed.messages().size());
    assertEquals("{seed=2, top_p=1}", routed.parameters().fields().toString());
  }

  @Test
  void modelsNamedForOnePromptStandInForThoseOfTheTask() {
    routes.task("cheap", "small").rule("cheap", Condition.ALWAYS);
    Wish wish =
        new Wish(
            Optional.empty(),
            List.of("large", "huge"),
            Optional.empty(),
            Bounds.NONE,
            Optional.empty());
    assertEquals(
        "cheap, rule 1: large because rule 1: always; models named by -m",
        told(routes.decide(Prompt.of("hi"), wish)));
  }

  @Test
  void thePromptIsCountedWithItsSystemMessage() {
    Prompt prompt =
        new Prompt(
            List.of(Message.system("x".repeat(40)), Message.user("yyyy")), Parameters.NONE, true);
    Features features = new Features(prompt, Set.of(Trait.STDIN), List.of(), Routes.NOON);
    assertEquals(4 + 10 + 4 + 1, features.tokens());
    assertEquals(Set.of(Trait.STDIN), features.traits());
    assertEquals(1, Routes.features(Prompt.of("\uD83D\uDE00")).chars());
  }

  @Test
  void theSameAlwaysGoesTheSameWay() {
    routes.model(Samples.windowed("w10", 10)).task("cheap", "w10", "small");
    routes.rule("cheap", new Condition.InputTokens(NumberRange.parse(">3").value().orElseThrow()));
    String once = decide("hello");
    for (int i = 0; i < 100; i++) {
      assertEquals(once, decide("hello"));
    }
  }

  // --- what no rule takes

  @Test
  void whatNoRuleTakesIsClassifiedIfThatIsWanted() {
    routes.task("translate", "tongues").auto();
    Decision decision = routes.decide("Translate this into German: good morning, all of you");
    assertEquals("translate", decision.task().orElseThrow());
    assertEquals("tongues", decision.model().orElseThrow().name());
    assertEquals(1, decision.reasons().size());
    assertEquals(true, decision.reasons().get(0).startsWith("auto: translate "));
  }

  @Test
  void aKindWithoutATaskIsLeftToTheDefault() {
    routes.task("code", "coder").auto();
    assertEquals(
        "default, no rule: usual because auto: it is translate, and no task has that name",
        decide("Translate this into German: good morning, all of you"));
  }

  @Test
  void notSureIsLeftToTheDefault() {
    routes.task("code", "coder").auto();
    Decision decision = routes.decide("blue");
    assertEquals("default", decision.task().orElseThrow());
    assertEquals(true, decision.reasons().get(0).startsWith("auto: not sure: "));
  }

  @Test
  void aLastRuleForTheDefaultLeavesTheRestToTheClassifier() {
    routes.task("translate", "tongues").rule("default", Condition.ALWAYS).auto();
    assertEquals("translate", routes.decide("Translate to German: hello").task().orElseThrow());
    Decision unsure = routes.decide("blue");
    assertEquals(1, unsure.rule().orElseThrow());
    assertEquals("rule 1: always", unsure.reasons().get(1));
  }

  @Test
  void aRuleThatHoldsAsksNoClassifier() {
    routes.task("cheap", "small").task("translate", "tongues").rule("cheap", word("hello")).auto();
    Decision decision = routes.decide("Translate to German: hello");
    assertEquals("cheap", decision.task().orElseThrow());
    assertEquals(Optional.empty(), decision.classification());
  }

  @Test
  void noTaskAllowsNobody() {
    routes.task(
        Task.of(
            "large",
            new Choice(
                List.of(),
                Optional.empty(),
                Optional.of(ModelTier.LARGE),
                Optional.empty(),
                Bounds.NONE)));
    assertEquals(
        FailureKind.CONFIG,
        routes
            .decide(Prompt.of("hi"), Routes.task("large"))
            .selection()
            .failure()
            .orElseThrow()
            .kind());
  }

  private static Task task(String name, String system, Parameters options) {
    return new Task(name, "", Choice.DEFAULT, Optional.of(system), options, TemplateUse.NONE);
  }

  private String decide(String text) {
    return told(routes.decide(text));
  }

  private String winner(String text, String task) {
    return routes.decide(Prompt.of(text), Routes.task(task)).model().orElseThrow().name();
  }

  private static String told(Decision decision) {
    return decision.task().orElse("no task")
        + ", "
        + (decision.rule().isPresent() ? "rule " + decision.rule().getAsInt() : "no rule")
        + ": "
        + decision.model().map(Target::name).orElse("nobody")
        + " because "
        + decision.reasons().stream().collect(Collectors.joining("; "));
  }
}
