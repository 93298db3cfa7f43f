package dev.medley.send;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When everything must be over: no try and no wait begins past it, and a try that is running is cut
 * at it.
 */
public final class Deadline {
  /** There is none. */
  public static final Deadline NONE =
      new Deadline(Duration.ZERO, Clock.SYSTEM, (length, action) -> () -> {});

  private final Duration length;
  private final Clock clock;
  private final Alarm alarm;
  private final long from;

  private Deadline(Duration length, Clock clock, Alarm alarm) {
    this.length = length;
    this.clock = clock;
    this.alarm = alarm;
    this.from = clock.nanoTime();
  }

  /** So long from now; zero is none. */
  public static Deadline in(Duration length, Clock clock, Alarm alarm) {
    return length.isZero() ? NONE : new Deadline(length, clock, alarm);
  }

  /** Empty: no end is in sight; zero or less: it has passed. */
  Optional<Duration> left() {
    return length.isZero()
        ? Optional.empty()
        : Optional.of(length.minusNanos(clock.nanoTime() - from));
  }

  public boolean passed() {
    return left().filter(left -> left.compareTo(Duration.ZERO) <= 0).isPresent();
  }

  /** The shorter of the two: what is left, and {@code most}. */
  public Duration within(Duration most) {
    return left().filter(left -> left.compareTo(most) < 0).orElse(most);
  }

  /** Why nothing more was tried. */
  public Failure failure() {
    return Failure.of(
            FailureKind.TIMEOUT_TOTAL,
            "the deadline of " + length.toMillis() / 1000.0 + " s has passed")
        .withHint("raise --deadline, or put a faster model first");
  }

  /** One try that ends at the deadline at the latest. */
  Outcome send(ChatModel model, Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    if (length.isZero()) {
      return model.send(prompt, listener, cancellation);
    }
    AtomicBoolean cut = new AtomicBoolean();
    Cancellation own = new Cancellation();
    var user = cancellation.onCancel(own::cancel);
    var bell =
        alarm.after(
            within(length),
            () -> {
              cut.set(true);
              own.cancel();
            });
    try {
      Outcome outcome = model.send(prompt, listener, own);
      return cut.get() && !cancellation.isCancelled() ? named(outcome) : outcome;
    } finally {
      bell.close();
      user.close();
    }
  }

  /** The interruption was ours. */
  private Outcome named(Outcome outcome) {
    return outcome.fold(
        answered -> answered,
        failed -> {
          if (failed.failure().kind() != FailureKind.INTERRUPTED) {
            return failed;
          }
          Failure late = failure();
          return new Outcome.Failed(
              failed.reply().text().isEmpty() ? late : late.asTruncation(),
              failed.reply(),
              failed.timing());
        });
  }
}
