package dev.medley.compare.dispatch;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.send.Attempt;
import dev.medley.send.ForwardingListener;
import dev.medley.send.SendListener;
import dev.medley.send.Sleeper;
import java.time.Duration;

/** A request that has its slot: it gives it up while it waits, and tells when it was refused. */
public final class InFlight {
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private final Slots.Slot slot;

  InFlight(Slots.Slot slot) {
    this.slot = slot;
  }

  /** Waits without keeping others from being asked. */
  public Sleeper waiting(Sleeper sleeper) {
    return (length, cancellation) -> slot.outside(() -> sleeper.sleep(length, cancellation));
  }

  /**
   * It is over, and what its job does from now on, such as having the answer judged, keeps nobody
   * from being asked.
   */
  public void answered(Lane.Result result) {
    slot.answered(result);
  }

  /** Hears what {@code listener} hears. */
  public SendListener hearing(SendListener listener) {
    return new Refusals(listener, slot);
  }

  private static final class Refusals extends ForwardingListener {
    private final Slots.Slot slot;

    Refusals(SendListener listener, Slots.Slot slot) {
      super(listener);
      this.slot = slot;
    }

    @Override
    public void onAttempt(Attempt attempt) {
      attempt.failure().map(Failure::asIfNothingCame).ifPresent(this::heed);
      super.onAttempt(attempt);
    }

    private void heed(Failure failure) {
      if (failure.kind() == FailureKind.RATE_LIMIT || failure.kind() == FailureKind.OVERLOADED) {
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        slot.refused(asked.compareTo(LONGEST_REST) < 0 ? asked : LONGEST_REST);
      }
    }
  }
}
