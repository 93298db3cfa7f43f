package dev.medley.send;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * Sends one prompt to one model, again if that may help, and records every attempt with its cost.
 */
public final class Sender {
  private final Models models;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final Wait first;

  /**
   * @param random in [0, 1), for the jitter of waits
   */
  public Sender(Models models, Sleeper sleeper, DoubleSupplier random) {
    this(models, sleeper, random, Wait.NONE);
  }

  private Sender(Models models, Sleeper sleeper, DoubleSupplier random, Wait first) {
    this.models = models;
    this.sleeper = sleeper;
    this.random = random;
    this.first = first;
  }

  /** This one for a single model, which is opened once for all that is sent to it. */
  public Sender to(Target target) {
    ChatModel opened = models.open(target);
    return new Sender(any -> opened, sleeper, random);
  }

  /** This one, with another way to wait before it asks again. */
  public Sender waiting(UnaryOperator<Sleeper> otherwise) {
    return new Sender(models, otherwise.apply(sleeper), random, first);
  }

  /** This one, for a first try that comes after a wait. */
  public Sender after(Wait wait) {
    return new Sender(models, sleeper, random, wait);
  }

  /** Waits as before a retry; returns early when cancelled. */
  public void pause(Duration length, Cancellation cancellation) {
    sleeper.sleep(length, cancellation);
  }

  public Delivery send(
      Target target,
      Prompt prompt,
      RetryPolicy policy,
      SendListener listener,
      Cancellation cancellation) {
    ChatModel model = models.open(target);
    Prompt tied = policy.retries() > 0 ? prompt.withIdempotencyKey(newKey()) : prompt;
    List<Attempt> attempts = new ArrayList<>();
    Wait wait = first;
    while (true) {
      Outcome sent = policy.deadline().send(model, tied, listener, cancellation);
      Attempt attempt = Accounts.of(target, wait, tied, explained(sent, policy));
      Outcome outcome = attempt.outcome();
      attempts.add(attempt);
      listener.onAttempt(attempt);
      Optional<Wait> next = nextWait(attempt, attempts.size(), policy);
      if (cancellation.isCancelled()) {
        return new Delivery(target, attempts, interrupted(outcome));
      }
      if (next.isEmpty()) {
        return new Delivery(target, attempts, outcome);
      }
      wait = next.get();
      listener.onRetry(target, attempt.failure().orElseThrow(), wait);
      sleeper.sleep(wait.length(), cancellation);
      if (cancellation.isCancelled()) {
        return new Delivery(target, attempts, interrupted(outcome));
      }
    }
  }

  private Optional<Wait> nextWait(Attempt attempt, int tries, RetryPolicy policy) {
    return attempt
        .failure()
        .filter(failure -> tries <= policy.retries() && mayRetry(failure, policy.held()))
        .flatMap(
            failure ->
                Backoff.before(
                    tries - 1, failure, random.getAsDouble(), policy.longestServerWait()))
        .filter(wait -> inTime(wait, policy.deadline()));
  }

  /** A wait after which there would be no time for a try is not begun. */
  private static boolean inTime(Wait wait, Deadline deadline) {
    return deadline.left().filter(left -> left.compareTo(wait.length()) <= 0).isEmpty();
  }

  /** 104 random bits: the tries of one request, and of no other, have it in common. */
  private String newKey() {
    return "medley-" + bits() + bits();
  }

  /** 52 bits in 13 hex digits. */
  private String bits() {
    String hex = Long.toHexString((long) (random.getAsDouble() * 0x1p52));
    return "0".repeat(13 - hex.length()) + hex;
  }

  /** What has been shown cannot be taken back; what was held back can be asked for again. */
  private static boolean mayRetry(Failure failure, boolean held) {
    return failure.cause().isPresent()
        ? held && failure.asIfNothingCame().retryable()
        : failure.retryable();
  }

  /** A wait that was too long to honour belongs into the message. */
  private static Outcome explained(Outcome outcome, RetryPolicy policy) {
    return outcome.fold(
        answered -> answered,
        failed -> {
          Optional<Duration> asked = failed.failure().retryAfter();
          Duration longest = policy.deadline().within(policy.longestServerWait());
          if (asked.isEmpty() || asked.get().compareTo(longest) <= 0) {
            return failed;
          }
          String message =
              failed.failure().message() + " (the server asks to wait " + words(asked.get()) + ")";
          return new Outcome.Failed(
              failed.failure().withMessage(message), failed.reply(), failed.timing());
        });
  }

  /** Rounded up, so that nobody comes back too early. */
  private static String words(Duration asked) {
    Duration wait = Duration.ofSeconds((asked.toMillis() + 999) / 1000);
    if (wait.toHours() > 0) {
      return wait.toHours() + " h " + wait.toMinutesPart() + " min";
    }
    return wait.toMinutes() > 0
        ? wait.toMinutes() + " min " + wait.toSecondsPart() + " s"
        : wait.toSeconds() + " s";
  }

  /** An answer that is there stays one; a failure was not the last word. */
  private static Outcome interrupted(Outcome last) {
    return last.fold(
        answered -> answered,
        failed ->
            failed.failure().kind() == FailureKind.INTERRUPTED
                ? failed
                : new Outcome.Failed(
                    Failure.of(FailureKind.INTERRUPTED, "interrupted before another try"),
                    failed.reply(),
                    failed.timing()));
  }
}
