package dev.medley.render;

import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.UNPRICED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.route.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RouteLineTest {
  private static final Prompt PROMPT = Prompt.of("Why is the sky blue?");

  @Test
  void aTask() {
    assertEquals(
        "task cheap (rule 2: stdin; too long for lab/tiny) → lab/fast, est. $0.0003",
        RouteLine.of(
            decision(
                Optional.of("cheap"),
                Optional.empty(),
                List.of("rule 2: stdin", "too long for lab/tiny"),
                FAST,
                DEAR),
            PROMPT));
  }

  @Test
  void aModelOfWhichNoPriceIsKnown() {
    assertEquals(
        "(rule 1: always) → lab/unpriced, price unknown",
        RouteLine.of(
            decision(Optional.empty(), Optional.empty(), List.of("rule 1: always"), UNPRICED),
            PROMPT));
  }

  @Test
  void aChain() {
    assertEquals(
        "task careful (named by --task; chain safe) → lab/dear, then lab/fast, est. $0.00074",
        RouteLine.of(
            decision(
                Optional.of("careful"),
                Optional.of("safe"),
                List.of("named by --task", "chain safe"),
                DEAR,
                FAST),
            PROMPT.withParameters(Parameters.NONE.with("max_tokens", 121))));
  }

  private static Decision decision(
      Optional<String> task, Optional<String> chain, List<String> reasons, Target... models) {
    return new Decision(
        task,
        OptionalInt.empty(),
        reasons,
        Arrays.asList(models),
        chain,
        Parameters.NONE,
        Optional.empty());
  }
}
