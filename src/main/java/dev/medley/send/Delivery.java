package dev.medley.send;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.Outcome;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (!attempts.get(i).skipped()) {
        return attempts.get(i).target();
      }
    }
    return requested;
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

  /** Time lost before the attempt that decided: failed attempts and waits. */
  public Duration delay() {
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
