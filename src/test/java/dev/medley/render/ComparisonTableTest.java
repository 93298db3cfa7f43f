package dev.medley.render;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.REFUSED;
import static dev.medley.render.Runs.UNPRICED;
import static dev.medley.render.Runs.lines;
import static dev.medley.render.Runs.run;
import static dev.medley.render.Runs.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
  private static final Outcome QUICK =
      new Outcome.Answered(
          new Reply("hi", "", Optional.of("length"), Optional.empty(), Usage.of(1018, 40)),
          Samples.timing(700, 200));

  @Test
  void whole() {
    assertEquals(
        """
        model         status      first   total        tokens  tok/s       cost   finish
        lab/fast      ok         0.31 s  1.24 s      18 → 212    228   $0.00013*  stop
        lab/dear      length     0.20 s  0.70 s*   1,018 → 40     80    $0.0018   length
        lab/unpriced  auth            –  0.20 s             –      –          –
        lab/unpriced  truncated  0.31 s  0.90 s             –      –          –
        together      2/4                1.24 s   1,036 → 252         ≥ $0.0019
        * fastest: lab/dear, cheapest: lab/fast""",
        lines(
            ComparisonTable.lines(
                List.of(
                    run(tried(FAST, answered("hi"))),
                    run(tried(DEAR, QUICK)),
                    run(tried(UNPRICED, failed(REFUSED))),
                    run(tried(UNPRICED, cut(FailureKind.NETWORK, "h")))),
                Style.PLAIN,
                Integer.MAX_VALUE)));
  }
}
