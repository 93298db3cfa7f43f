package dev.medley.send;

import static dev.medley.chat.FailureKind.INTERRUPTED;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.Outcome;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a prompt: every attempt in order, and how it ended.
 *
 * @param requested the model asked first
 * @param attempts skipped candidates included
 * @param outcome the answer, or the failure that stands for all attempts
 */
public record Delivery(Target requested, List<Attempt> attempts, Outcome outcome) {
  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** The model of the attempt that decided: the one that answered, else the last one tried. */
  public Target model() {
    return decisive().map(Attempt::target).orElse(requested);
  }

  private Optional<Attempt> decisive() {
    return last(attempt -> attempt.outcome().answered())
        .or(() -> last(attempt -> !attempt.skipped() && !attempt.failedWith(INTERRUPTED)))
        .or(() -> last(attempt -> !attempt.skipped()));
  }

  private Optional<Attempt> last(Predicate<Attempt> which) {
    return attempts.stream().filter(which).reduce((earlier, later) -> later);
  }

  public Optional<Failure> failure() {
    return outcome.fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
  }

  /** What was billed over all attempts. */
  public Usage usage() {
    return Attempt.usage(attempts);
  }

  /** What all billed attempts cost together. */
  public Cost cost() {
    return Attempt.cost(attempts);
  }

  /**
   * Time lost before the attempt that decided: failed attempts and waits. Where two ran side by
   * side, it is how much later that one was begun.
   */
  public Duration delay() {
    return decisive()
        .filter(decided -> attempts.stream().anyMatch(a -> a.failedWith(INTERRUPTED)))
        .map(decided -> Duration.between(startOf(attempts.get(0)), startOf(decided)))
        .orElseGet(this::lostInTurn);
  }

  private static Instant startOf(Attempt attempt) {
    return attempt.outcome().timing().startedAt();
  }

  private Duration lostInTurn() {
    Duration lost = Duration.ZERO;
    for (int i = 0; i < attempts.size(); i++) {
      lost = lost.plus(attempts.get(i).waited().length());
      if (i < attempts.size() - 1) {
        lost = lost.plus(attempts.get(i).outcome().timing().total());
      }
    }
    return lost;
  }
}
