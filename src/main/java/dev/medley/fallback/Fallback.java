package dev.medley.fallback;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks a chain once: a candidate that fails makes room for the next at once, the last one standing
 * gets the retries. Text that has been shown is never taken back.
 */
public final class Fallback {
  private final Sender sender;
  private final Clock clock;

  public Fallback(Sender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * @param everyCandidateRetries whether retries were asked for explicitly, so that all get them
   */
  public record Plan(
      List<Target> candidates,
      Triggers triggers,
      RetryPolicy retries,
      boolean everyCandidateRetries) {
    public Plan {
      candidates = List.copyOf(candidates);
    }
  }

  public Delivery run(Plan plan, Prompt prompt, SendListener listener, Cancellation cancellation) {
    List<Attempt> attempts = new ArrayList<>();
    List<Target> fit = fit(plan.candidates(), prompt, attempts, listener);
    Outcome last = null;
    for (int i = 0; i < fit.size(); i++) {
      Delivery one =
          sender.send(
              fit.get(i), prompt, retries(plan, i == fit.size() - 1), listener, cancellation);
      attempts.addAll(one.attempts());
      last = one.outcome();
      if (last.answered() || !movesOn(one.failure().orElseThrow(), plan)) {
        return new Delivery(plan.candidates().get(0), attempts, last);
      }
    }
    return new Delivery(plan.candidates().get(0), attempts, allFailed(plan, attempts, last));
  }

  /** The candidates that can take this prompt; the others are recorded with the reason. */
  private List<Target> fit(
      List<Target> candidates, Prompt prompt, List<Attempt> attempts, SendListener listener) {
    long tokens = TokenEstimate.of(prompt);
    List<Target> fit = new ArrayList<>();
    for (Target candidate : candidates) {
      Optional<Failure> unfit =
          candidates.size() == 1 ? Optional.empty() : Fitness.check(candidate, prompt, tokens);
      if (unfit.isEmpty()) {
        fit.add(candidate);
      } else {
        Attempt skipped = Attempt.skipped(candidate, unfit.get(), clock.now());
        attempts.add(skipped);
        listener.onAttempt(skipped);
      }
    }
    return fit;
  }

  private static RetryPolicy retries(Plan plan, boolean lastOneStanding) {
    if (lastOneStanding) {
      return plan.retries();
    }
    return plan.everyCandidateRetries()
        ? new RetryPolicy(plan.retries().retries(), SHORT_WAIT, plan.retries().held())
        : plan.retries().without();
  }

  /** While another candidate remains, a server is not waited for longer than this. */
  private static final java.time.Duration SHORT_WAIT = java.time.Duration.ofSeconds(10);

  private static boolean movesOn(Failure failure, Plan plan) {
    boolean shown = failure.kind() == FailureKind.TRUNCATED && !plan.retries().held();
    return !shown && plan.triggers().match(failure);
  }

  /** A chain of one fails with its own class. */
  private Outcome allFailed(Plan plan, List<Attempt> attempts, Outcome last) {
    if (plan.candidates().size() == 1) {
      return last;
    }
    Failure failure =
        Failure.of(
                FailureKind.ALL_FAILED,
                "none of the " + plan.candidates().size() + " models answered")
            .withHint("add another model to the chain, or look at each reason above");
    return new Outcome.Failed(
        failure,
        last == null ? Reply.NOTHING : last.reply(),
        last == null ? Timing.none(clock.now()) : last.timing());
  }
}
