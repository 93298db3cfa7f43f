package dev.medley.fallback;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import dev.medley.config.Triggers;
import dev.medley.send.Alarm;
import dev.medley.send.Deadline;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Walks a chain once: a candidate that fails makes room for the next at once, the last one standing
 * gets the retries. Text that has been shown is never taken back.
 */
public final class Fallback {
  /** While another candidate remains, a server is not waited for longer than this. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(10);

  private final Sender sender;
  private final Clock clock;
  private final Cooldown cooldown;
  private final Alarm alarm;

  public Fallback(Sender sender, Clock clock, Cooldown cooldown, Alarm alarm) {
    this.sender = sender;
    this.clock = clock;
    this.cooldown = cooldown;
    this.alarm = alarm;
  }

  /**
   * Who is asked.
   *
   * @param models in order, at least one
   * @param onContext who is asked instead of the rest when the prompt is too long; may be empty
   * @param onPolicy who is asked instead of the rest when the prompt is refused; may be empty
   */
  public record Candidates(List<Target> models, List<Target> onContext, List<Target> onPolicy) {
    public Candidates {
      models = List.copyOf(models);
      onContext = List.copyOf(onContext);
      onPolicy = List.copyOf(onPolicy);
    }

    /** The same places, taken by others. */
    public Candidates map(UnaryOperator<Target> change) {
      return new Candidates(
          models.stream().map(change).toList(),
          onContext.stream().map(change).toList(),
          onPolicy.stream().map(change).toList());
    }

    /** Whether there is only one model, under however many names. */
    boolean one() {
      return Stream.of(models, onContext, onPolicy)
              .flatMap(List::stream)
              .map(Target::ref)
              .distinct()
              .count()
          == 1;
    }

    /** Who takes over after this failure; empty: the next in line. */
    List<Target> after(Failure failure) {
      return switch (failure.asIfNothingCame().kind()) {
        case CONTEXT -> onContext;
        case POLICY -> onPolicy;
        default -> List.of();
      };
    }
  }

  /**
   * The price guard.
   *
   * @param allowUnknown whether candidates pass of which no price is known
   */
  public record PriceLimit(PriceCap cap, boolean allowUnknown) {}

  /**
   * How a chain is walked.
   *
   * @param maxPrice candidates estimated to cost more are skipped
   * @param everyCandidateRetries whether retries were asked for explicitly, so that all get them
   * @param hedgeAfter how long a candidate may be silent before the next is started beside it
   */
  public record Plan(
      Candidates candidates,
      Triggers triggers,
      Optional<PriceLimit> maxPrice,
      RetryPolicy retries,
      boolean everyCandidateRetries,
      Optional<Duration> hedgeAfter) {
    /** The same way of walking, along others. */
    public Plan with(Candidates others) {
      return new Plan(others, triggers, maxPrice, retries, everyCandidateRetries, hedgeAfter);
    }

    /** The retries of a candidate. */
    RetryPolicy retriesOf(boolean lastOneStanding) {
      if (lastOneStanding) {
        return retries;
      }
      return everyCandidateRetries ? retries.waitingAtMost(SHORT_WAIT) : retries.without();
    }

    /** Whether this failure of one candidate is a reason to ask another, perhaps a cheaper one. */
    public boolean movesOn(Failure failure) {
      boolean shown = failure.kind() == FailureKind.TRUNCATED && !retries.held();
      boolean hasItsOwnChain = !candidates.after(failure).isEmpty();
      boolean tooDear = failure.kind() == FailureKind.BUDGET;
      return !shown && (hasItsOwnChain || tooDear || triggers.match(failure));
    }
  }

  /** Asks one candidate, or several side by side; what became of them is added to the walk. */
  interface Turn {
    void take(Target candidate, Walk walk);
  }

  public Delivery run(Plan plan, Prompt prompt, SendListener listener, Cancellation cancellation) {
    Walk walk = new Walk(plan, prompt, clock, listener, cooldown);
    Turn turn = turn(plan, prompt, listener, cancellation);
    Deadline deadline = plan.retries().deadline();
    Predicate<Duration> pause =
        length -> {
          sender.pause(deadline.within(length), cancellation);
          return !cancellation.isCancelled() && !deadline.passed();
        };
    for (Optional<Target> next = walk.next(); next.isPresent(); next = walk.next()) {
      if (walk.restsAfterAll(next.get(), pause)) {
        continue;
      }
      if (deadline.passed()) {
        return walk.late(deadline.failure());
      }
      turn.take(next.get(), walk);
      if (walk.answered() || cancellation.isCancelled() || !plan.movesOn(walk.failure())) {
        return walk.ended();
      }
      walk.turnFrom(walk.failure());
    }
    return deadline.passed() ? walk.late(deadline.failure()) : walk.exhausted();
  }

  private Turn turn(Plan plan, Prompt prompt, SendListener listener, Cancellation cancellation) {
    if (plan.hedgeAfter().isPresent()) {
      Starter starter = new Starter(sender, prompt, listener, cancellation);
      return (candidate, walk) -> new Race(plan, walk, starter, alarm).run(candidate);
    }
    return (candidate, walk) -> {
      RetryPolicy retries = plan.retriesOf(walk.lastOneStanding());
      SendListener ear = new FirstWord(listener, () -> walk.speaks(candidate));
      Sender next = sender.after(walk.waited());
      walk.add(next.send(candidate, prompt, retries, ear, cancellation));
    };
  }
}
