package dev.medley.fallback;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import dev.medley.config.Triggers;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  public Fallback(Sender sender, Clock clock, Cooldown cooldown) {
    this.sender = sender;
    this.clock = clock;
    this.cooldown = cooldown;
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
   * How a chain is walked.
   *
   * @param maxPrice candidates estimated to cost more are skipped
   * @param everyCandidateRetries whether retries were asked for explicitly, so that all get them
   */
  public record Plan(
      Candidates candidates,
      Triggers triggers,
      Optional<PriceCap> maxPrice,
      RetryPolicy retries,
      boolean everyCandidateRetries) {}

  public Delivery run(Plan plan, Prompt prompt, SendListener listener, Cancellation cancellation) {
    Walk walk = new Walk(plan, prompt, clock, listener, cooldown);
    for (Optional<Target> next = walk.next(); next.isPresent(); next = walk.next()) {
      RetryPolicy retries = retries(plan, walk.lastOneStanding());
      walk.add(sender.send(next.get(), prompt, retries, listener, cancellation));
      if (walk.answered() || cancellation.isCancelled() || !movesOn(walk.failure(), plan)) {
        return walk.ended();
      }
      walk.turnFrom(walk.failure());
    }
    return walk.exhausted();
  }

  private static RetryPolicy retries(Plan plan, boolean lastOneStanding) {
    if (lastOneStanding) {
      return plan.retries();
    }
    return plan.everyCandidateRetries()
        ? new RetryPolicy(plan.retries().retries(), SHORT_WAIT, plan.retries().held())
        : plan.retries().without();
  }

  private static boolean movesOn(Failure failure, Plan plan) {
    boolean shown = failure.kind() == FailureKind.TRUNCATED && !plan.retries().held();
    boolean hasItsOwnChain = !plan.candidates().after(failure).isEmpty();
    return !shown && (hasItsOwnChain || plan.triggers().match(failure));
  }
}
