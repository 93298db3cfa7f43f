package dev.medley.compare;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.catalog.Cost.Source;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.compare.matrix.Bill;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.matrix.Question;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of cases to test with: {@code new Results("a").run(2).answers("swift", "Yes", 120)}. */
public final class Results {
  private final String key;
  private final int run;

  private Results(String key, int run) {
    this.key = key;
    this.run = run;
  }

  /** The first run of a case. */
  public static Results of(String key) {
    return new Results(key, 1);
  }

  public Results run(int number) {
    return new Results(key, number);
  }

  public static ModelRef model(String id) {
    return new ModelRef("lab", id);
  }

  public CaseResult answers(String model, String text, long millis) {
    return result(
        model, new Outcome.Answered(Samples.reply(text, Samples.USAGE), timing(millis)), List.of());
  }

  public CaseResult fails(String model, FailureKind kind) {
    return result(model, Samples.failed(kind), List.of());
  }

  /** An answer and one check of it. */
  public CaseResult checked(String model, String text, boolean passed) {
    return result(
        model,
        new Outcome.Answered(Samples.reply(text, Samples.USAGE), timing(100)),
        List.of(new CheckResult("contains: Paris", passed, "")));
  }

  private CaseResult result(String model, Outcome outcome, List<CheckResult> checks) {
    Reply reply = outcome.reply();
    Cost cost =
        outcome.answered()
            ? new Cost(
                Optional.of(new BigDecimal("0.001")), Source.COMPUTED, Optional.empty(), false)
            : Cost.UNKNOWN;
    Question question =
        new Question("prompt of " + key, Optional.empty(), Parameters.NONE, Map.of());
    return new CaseResult(
        new Case(key, 1, run, question, List.of()),
        model(model),
        outcome,
        new Bill(reply.usage(), cost, 1),
        Optional.empty(),
        checks);
  }

  private static Timing timing(long millis) {
    return new Timing(
        Samples.NOON,
        Duration.ofMillis(millis),
        Optional.of(Duration.ofMillis(millis / 2)),
        Optional.empty());
  }
}
