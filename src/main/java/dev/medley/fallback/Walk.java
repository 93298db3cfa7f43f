package dev.medley.fallback;

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
import dev.medley.send.SendListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One walk along a chain: who is still to be asked, and what has happened so far. */
final class Walk {
  private final Fallback.Plan plan;
  private final Clock clock;
  private final SendListener listener;
  private final Fitness fitness;
  private final Target first;
  private final Deque<Target> waiting = new ArrayDeque<>();
  private final List<Target> seen = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Outcome last;

  Walk(Fallback.Plan plan, Prompt prompt, Clock clock, SendListener listener) {
    this.plan = plan;
    this.clock = clock;
    this.listener = listener;
    this.first = plan.candidates().models().get(0);
    this.fitness = new Fitness(prompt, first, plan.maxPrice());
  }

  /** Adds those that can take the prompt; the others are recorded with the reason. Nobody twice. */
  void queue(List<Target> candidates) {
    for (Target candidate : candidates) {
      if (seen.contains(candidate)) {
        continue;
      }
      seen.add(candidate);
      Optional<Failure> unfit =
          plan.candidates().one() ? Optional.empty() : fitness.check(candidate);
      if (unfit.isPresent()) {
        Attempt skipped = Attempt.skipped(candidate, unfit.get(), clock.now());
        attempts.add(skipped);
        listener.onAttempt(skipped);
      } else {
        waiting.add(candidate);
      }
    }
  }

  void queueInstead(List<Target> candidates) {
    waiting.clear();
    queue(candidates);
  }

  Optional<Target> next() {
    return Optional.ofNullable(waiting.poll());
  }

  boolean lastOneStanding() {
    return waiting.isEmpty();
  }

  void add(Delivery delivery) {
    attempts.addAll(delivery.attempts());
    last = delivery.outcome();
  }

  boolean answered() {
    return last.answered();
  }

  Failure failure() {
    return last.fold(
        answered -> {
          throw new IllegalStateException("it answered");
        },
        Outcome.Failed::failure);
  }

  Delivery ended() {
    return new Delivery(first, attempts, last);
  }

  /** Nobody is left. A chain of one fails with its own class. */
  Delivery exhausted() {
    return plan.candidates().one() ? ended() : new Delivery(first, attempts, failed(explanation()));
  }

  private Outcome failed(Failure failure) {
    return new Outcome.Failed(
        failure,
        last == null ? Reply.NOTHING : last.reply(),
        last == null ? Timing.none(clock.now()) : last.timing());
  }

  private Failure explanation() {
    if (attempts.stream().anyMatch(a -> a.skipped() && a.failedWith(FailureKind.BUDGET))) {
      return Failure.of(FailureKind.BUDGET, "only models above the price guard are left")
          .withHint("raise max_price of the chain, or add a cheaper model");
    }
    return Failure.of(FailureKind.ALL_FAILED, "none of the " + seen.size() + " models answered")
        .withHint("mend what the lines below say, or add another model to the chain");
  }
}
