package dev.medley.send;

import dev.medley.catalog.Cost;
import dev.medley.catalog.ModelInfo.Ability;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenCount;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import dev.medley.config.Target;

/**
 * What a try used and cost. Where the server reports no usage, we count for ourselves what we have
 * sent and what has come.
 */
final class Accounts {
  private Accounts() {}

  /** A try, priced; one that a limit has stopped was none. */
  static Attempt of(Target target, Wait waited, Prompt prompt, Outcome outcome) {
    Attempt attempt = new Attempt(target, waited, outcome, Cost.UNKNOWN, false);
    if (attempt.failedWith(FailureKind.BUDGET)) {
      return new Attempt(target, waited, outcome, Cost.UNKNOWN, true);
    }
    Outcome counted = attempt.billed() ? counted(attempt, prompt) : outcome;
    return new Attempt(target, waited, counted, cost(attempt, counted.reply()), false);
  }

  private static Outcome counted(Attempt attempt, Prompt prompt) {
    Reply reply = attempt.outcome().reply();
    Usage usage = reply.usage();
    if (usage.inputTokens().isPresent() && usage.outputTokens().isPresent()) {
      return attempt.outcome();
    }
    String came = reply.reasoning() + reply.text();
    String id = attempt.target().ref().id();
    // Whoever has pressed Ctrl-C waits for nothing more, and it is a lower bound anyway.
    boolean quickly = attempt.result() == Attempt.Result.CANCELLED;
    long input = quickly ? TokenEstimate.of(prompt) : TokenCount.of(id, prompt);
    long output = quickly ? TokenEstimate.of(came) : TokenCount.of(id, came);
    Reply counted = reply.withUsage(usage.orCounted(input, output));
    return attempt
        .outcome()
        .fold(
            answered -> new Outcome.Answered(counted, answered.timing()),
            failed -> new Outcome.Failed(failed.failure(), counted, failed.timing()));
  }

  private static Cost cost(Attempt attempt, Reply reply) {
    Cost cost = Pricing.cost(reply.usage(), attempt.target().info().price());
    boolean more =
        cost.source() == Cost.Source.ESTIMATED
            && (!attempt.outcome().answered() || thoughtUnseen(attempt.target(), reply));
    return more ? cost.asLowerBound() : cost;
  }

  /** Thinking that is not shown is billed all the same. */
  private static boolean thoughtUnseen(Target target, Reply reply) {
    return target.info().abilities().contains(Ability.REASONING) && reply.reasoning().isEmpty();
  }
}
