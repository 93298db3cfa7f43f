package dev.medley.send;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One try at one model, or the decision not to try it.
 *
 * @param outcome of a skipped candidate: failed, with the reason
 * @param cost what it cost, unknown when nothing says
 */
public record Attempt(Target target, Wait waited, Outcome outcome, Cost cost, boolean skipped) {
  /** How an attempt ended, in one word. */
  public enum Result {
    ANSWERED,
    FAILED,
    TRUNCATED,
    CANCELLED,
    SKIPPED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Of something that was tried. */
    static Result of(Outcome outcome) {
      return outcome.fold(answered -> ANSWERED, failed -> of(failed.failure().kind()));
    }

    private static Result of(FailureKind kind) {
      return switch (kind) {
        case TRUNCATED -> TRUNCATED;
        case INTERRUPTED -> CANCELLED;
        default -> FAILED;
      };
    }
  }

  /** A candidate that was not tried. */
  public static Attempt skipped(Target target, Failure why, Instant at) {
    Outcome outcome = new Outcome.Failed(why, Reply.NOTHING, Timing.none(at));
    return new Attempt(target, Wait.NONE, outcome, Cost.UNKNOWN, true);
  }

  /**
   * A try that was called off because another model was faster, whatever it has brought by then.
   *
   * @param likely what it is known to have cost at least
   */
  public Attempt calledOff(Cost likely) {
    Failure why = Failure.of(FailureKind.INTERRUPTED, "another model was faster");
    Outcome called = new Outcome.Failed(why, outcome.reply(), outcome.timing());
    return new Attempt(target, waited, called, cost.usd().isPresent() ? cost : likely, skipped);
  }

  public Result result() {
    return skipped ? Result.SKIPPED : Result.of(outcome);
  }

  public Optional<Failure> failure() {
    return outcome.fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
  }

  /** Whether it failed with this class, before or after text had come. */
  public boolean failedWith(FailureKind kind) {
    return failure()
        .filter(f -> f.kind() == kind || f.cause().filter(c -> c == kind).isPresent())
        .isPresent();
  }

  /**
   * Whether it can have been billed: something came, the server said how many tokens it used or
   * what it charged, or we went away while it was at work.
   */
  public boolean billed() {
    Reply came = outcome.reply();
    boolean spoke = !came.text().isEmpty() || !came.reasoning().isEmpty();
    boolean leftAtWork = result() == Result.CANCELLED;
    return !skipped && (outcome.answered() || spoke || came.usage().known() || leftAtWork);
  }

  /** The tokens of those that can have been billed. */
  public static Usage usage(List<Attempt> attempts) {
    return attempts.stream()
        .filter(Attempt::billed)
        .map(attempt -> attempt.outcome.reply().usage())
        .reduce(Usage::plus)
        .orElse(Usage.UNKNOWN);
  }

  /** What those that can have been billed cost together. */
  public static Cost cost(List<Attempt> attempts) {
    return attempts.stream()
        .filter(Attempt::billed)
        .map(Attempt::cost)
        .reduce(Cost::plus)
        .orElse(Cost.UNKNOWN);
  }
}
