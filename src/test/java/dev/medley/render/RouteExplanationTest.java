package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Condition;
import dev.medley.config.NumberRange;
import dev.medley.config.Objective;
import dev.medley.render.terminal.DisplayWidth;
import dev.medley.route.Decision;
import dev.medley.route.Routes;
import dev.medley.route.classify.Classification;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RouteExplanationTest {
  private final Routes routes =
      new Routes()
          .model(
              Samples.priced("small", "0.10", "0.40"),
              Samples.priced("medium", "0.60", "2.40"),
              Samples.priced("large", "3", "15"),
              Samples.windowed("tiny", 4));

  private static String shown(Decision decision) {
    List<String> lines = new RouteExplanation(Style.PLAIN, 80).of(decision);
    lines.forEach(line -> assertTrue(DisplayWidth.of(line) <= 80, line));
    assertEquals(
        lines,
        new RouteExplanation(Style.COLOR, 80)
            .of(decision).stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList());
    return String.join("\n", lines);
  }

  @Test
  void aRuleAndAnObjective() {
    routes.task("cheap", Objective.CHEAP, Bounds.NONE, "large", "tiny", "medium", "small");
    routes.observed("small", 12, 310, 1240).observed("large", 3, 700, 4100);
    routes.rule("cheap", new Condition.InputTokens(NumberRange.parse(">60000").value().get()));
    routes.rule("cheap", Routes.word("summarize")).rule("default", Condition.ALWAYS);
    assertEquals(
        """
        prompt      about 10 tokens, 24 characters, English
        rules
           1  no   cheap    input_tokens >60000 (about 10)
        *  2  yes  cheap    "summarize"
           3  yes  default  always
        classifier  not asked: rule 2 holds
        task        cheap (rule 2: "summarize")
        choice      4 models, prefer cheap: the lowest estimate for this very prompt

          model          est.    first    total  answers  tier
          lab/large   $0.0075  0.70 s?  4.10 s?        3  large
        x lab/tiny          –        –        –        –  –
            out: about 10 tokens do not fit its window of 4
          lab/medium  $0.0012        –        –        –  medium
        * lab/small   $0.0002   0.31 s   1.24 s       12  small
          ? fewer than 5 answers: shown, not trusted

        winner      lab/small, est. $0.0002; cheapest of 3
        runner-up   lab/medium, if its estimate were below $0.000201 (now $0.001206)
        nothing was sent""",
        shown(routes.decide("Summarize this, please: ")));
  }

  @Test
  void whatIsClassified() {
    routes.task("code", "small").rule("code", Routes.word("zebra")).auto();
    Decision decision = routes.decide("Fix this python function, it raises KeyError: 'x'");
    Classification.Score first = decision.classification().orElseThrow().first();
    String shown = shown(decision);
    assertTrue(
        shown.contains(
            """
            rules
               1  no   code  "zebra"
            classifier  sure: the first leads by\
            """),
        shown);
    String row = String.format(Locale.ROOT, "%n  %5.1f  code          ", first.points());
    assertTrue(shown.contains(row + String.join(", ", first.signs().subList(0, 2))), shown);
    String why =
        String.format(Locale.ROOT, "%ntask        code (auto: code %.1f, ", first.points());
    assertTrue(shown.contains(why), shown);
  }

  @Test
  void notSure() {
    Decision decision = routes.auto().decide("blue");
    Classification found = decision.classification().orElseThrow();
    String shown = shown(decision);
    double lead = found.first().points() - found.runnerUp().points();
    String line =
        String.format(
            Locale.ROOT, "classifier  not sure: the first leads by %.1f, and 1.0 is asked", lead);
    assertTrue(shown.contains(line), shown);
    assertTrue(shown.contains("task        default (auto: not sure: chat "), shown);
  }

  @Test
  void nobody() {
    routes.task("small", "tiny");
    String shown = shown(routes.decide(Prompt.of("Why is the sky blue?"), Routes.task("small")));
    assertTrue(
        shown.endsWith(
            """
            winner      nobody: lab/tiny: about 9 tokens do not fit its window of 4
            runner-up   nobody
            nothing was sent"""),
        shown);
    assertTrue(shown.contains("classifier  not asked: the task is named"), shown);
  }

  @Test
  void aChainInItsOrder() {
    routes.chain("careful", "safe", "large", "small");
    String shown = shown(routes.decide(Prompt.of("hi"), Routes.task("careful")));
    assertTrue(shown.contains("choice      2 models, in the order of chain safe"), shown);
    assertTrue(shown.contains("runner-up   lab/small, if lab/large fails"), shown);
  }

  @Test
  void whatStandsInAConfigurationCannotCommandATerminal() {
    routes.rule("default", Routes.word("\u001b]0;owned\u0007"));
    String line = RouteLine.of(routes.decide("\u001b]0;owned\u0007"));
    assertFalse(line.contains("\u001b"), line);
    assertFalse(shown(routes.decide("hi")).contains("\u001b"));
  }
}
