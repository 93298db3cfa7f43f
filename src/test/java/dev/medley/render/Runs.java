package dev.medley.render;

import dev.medley.Samples;
import dev.medley.catalog.Pricing;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.Wait;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Runs as they end up on the screen. */
final class Runs {
  static final Target FAST = Samples.priced("fast", "0.15", "0.60");
  static final Target DEAR = Samples.priced("dear", "1.50", "6.00");
  static final Target UNPRICED = Samples.target("unpriced");

  static final Failure BUSY = Failure.of(FailureKind.RATE_LIMIT, "slow down").withStatus(429);
  static final Failure REFUSED =
      Failure.of(FailureKind.AUTH, "Incorrect API key provided")
          .withStatus(401)
          .withHint("check LAB_API_KEY")
          .withDetail("{\"error\": {\"message\": \"Incorrect API key provided\"}}");

  private Runs() {}

  static Attempt tried(Target target, Outcome outcome) {
    return after(Wait.NONE, target, outcome);
  }

  static Attempt again(long millis, String why, Target target, Outcome outcome) {
    return after(new Wait(Duration.ofMillis(millis), why), target, outcome);
  }

  private static Attempt after(Wait wait, Target target, Outcome outcome) {
    var cost = Pricing.cost(outcome.reply().usage(), target.info().price());
    return new Attempt(target, wait, outcome, cost, false);
  }

  static Attempt skipped(Target target, FailureKind kind, String why) {
    return Attempt.skipped(target, Failure.of(kind, why), Samples.NOON);
  }

  static Delivery run(Attempt... attempts) {
    return ended(attempts[attempts.length - 1].outcome(), attempts);
  }

  static Delivery ended(Outcome outcome, Attempt... attempts) {
    return new Delivery(attempts[0].target(), Arrays.asList(attempts), outcome);
  }

  static Delivery allFailed(Attempt... attempts) {
    Failure failure =
        Failure.of(FailureKind.ALL_FAILED, "none of the models answered").withHint("add another");
    Outcome last = attempts[attempts.length - 1].outcome();
    return ended(new Outcome.Failed(failure, last.reply(), last.timing()), attempts);
  }

  static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
