package dev.medley.compare.dispatch;

import dev.medley.chat.Cancellation;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets requests in beside those of the lanes, each on the thread of its caller, who must have no
 * slot then. May be used by several threads.
 */
public final class Entrance {
  private final Slots slots;
  private final Gate gate;

  Entrance(Slots slots, Gate gate) {
    this.slots = slots;
    this.gate = gate;
  }

  /**
   * Runs a request as soon as there is room. One for which there is no money is tried again when
   * another has ended, as long as any is in flight.
   *
   * @return false: nothing is sent any more, and it has not been run
   */
  public boolean send(Lane.Job request, Cancellation cancellation) throws IOException {
    Cancellation.Registration interest = cancellation.onCancel(slots::close);
    try {
      long before = slots.settled();
      Optional<Slots.Slot> slot = slots.enterBesides(gate);
      while (slot.isPresent() && run(request, slot.get()) == Lane.Result.NO_MONEY) {
        if (!slots.awaitSettled(before)) {
          return true;
        }
        before = slots.settled();
        slot = slots.enterBesides(gate);
      }
      return slot.isPresent();
    } finally {
      interest.close();
    }
  }

  private Lane.Result run(Lane.Job request, Slots.Slot slot) throws IOException {
    Lane.Result result = Lane.Result.FAILED;
    try {
      result = request.run(new InFlight(slot));
      return result;
    } finally {
      slots.leaveBesides(slot, result);
    }
  }
}
