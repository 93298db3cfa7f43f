package dev.medley.fallback;

import static dev.medley.chat.FailureKind.INTERRUPTED;

import dev.medley.catalog.Cost;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import dev.medley.send.Wait;

/** What the candidates that run side by side have in common. */
record Starter(Sender sender, Prompt prompt, SendListener listener, Cancellation cancellation) {
  /** The same for one that has waited before it is asked. */
  Starter after(Wait wait) {
    return new Starter(sender.after(wait), prompt, listener, cancellation);
  }

  Delivery send(Target target, RetryPolicy retries, SendListener ear, Cancellation own) {
    return sender.send(target, prompt, retries, ear, own);
  }

  /**
   * The attempt of one that was outrun; one that had failed by itself stays a failure. Servers bill
   * what they have read and written by then; we know of it what we sent and what came.
   */
  Attempt calledOff(Attempt attempt) {
    boolean byItself = !attempt.outcome().answered() && !attempt.failedWith(INTERRUPTED);
    if (byItself) {
      return attempt;
    }
    Reply came = attempt.outcome().reply();
    Cost known =
        Pricing.estimate(
            TokenEstimate.of(prompt),
            TokenEstimate.of(came.reasoning() + came.text()),
            attempt.target().info().price());
    boolean priced = known.usd().isPresent();
    return attempt.calledOff(new Cost(known.usd(), known.source(), known.asOf(), priced));
  }
}
