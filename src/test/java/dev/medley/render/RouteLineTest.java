package dev.medley.render;

import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.UNPRICED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Condition;
import dev.medley.config.Objective;
import dev.medley.route.Routes;
import org.junit.jupiter.api.Test;

class RouteLineTest {
  private static final Prompt PROMPT = Prompt.of("Why is the sky blue?");
  private final Routes routes =
      new Routes().model(FAST, DEAR, UNPRICED, Samples.windowed("tiny", 4));

  @Test
  void aTask() {
    routes.task("cheap", "tiny", "fast").rule("cheap", Routes.word("why"));
    assertEquals(
        "task cheap (rule 1: \"why\"; lab/tiny: about 9 tokens do not fit its window of 4)"
            + " → lab/fast, est. $0.0003",
        RouteLine.of(routes.decide(PROMPT.userText())));
  }

  @Test
  void anObjective() {
    routes.task("cheap", "dear", "fast", "unpriced");
    assertEquals(
        "task cheap (named by --task; cheapest of 3) → lab/fast, est. $0.0003",
        RouteLine.of(routes.decide(PROMPT, Routes.prefer("cheap", Objective.CHEAP))));
  }

  @Test
  void aModelOfWhichNoPriceIsKnown() {
    routes.ruleToModel("unpriced", Condition.ALWAYS);
    assertEquals(
        "(rule 1: always) → lab/unpriced, price unknown", RouteLine.of(routes.decide("hello")));
  }

  @Test
  void aChain() {
    routes.chain("careful", "safe", "dear", "fast");
    assertEquals(
        "task careful (named by --task; chain safe) → lab/dear, then lab/fast, est. $0.00074",
        RouteLine.of(
            routes.decide(
                PROMPT.withParameters(Parameters.NONE.with("max_tokens", 121)),
                Routes.task("careful"))));
  }

  @Test
  void nobody() {
    routes.task("small", "tiny");
    assertEquals(
        "task small (named by --task) → no model may take it",
        RouteLine.of(routes.decide(PROMPT, Routes.task("small"))));
  }
}
