package dev.medley.compare.dispatch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which request starts next. A thread whose request has ended goes on with the next one, as long as
 * none has to be waited for: to wake another thread for each would cost more than the rest of the
 * dispatching. The waiting is the dispatcher's.
 */
final class Relay {
  private final Turns turns;
  private final Slots slots;
  private final Running running;
  private final ReentrantLock lock = new ReentrantLock();

  Relay(Turns turns, Slots slots, Running running) {
    this.turns = turns;
    this.slots = slots;
    this.running = running;
  }

  /** A request that has its slot. */
  record Start(Lane.Job job, Gate gate, Slots.Slot slot) {}

  /** Waits for the next one; empty: nothing more is to be started. */
  Optional<Start> await() throws IOException {
    while (true) {
      Optional<Running.Returned> again = running.returned();
      if (!running.mayGoOn()) {
        return Optional.empty();
      }
      if (again.isPresent()) {
        return slots
            .enter(List.of(again.get().gate()))
            .map(entry -> begun(again.get().job(), again.get().gate(), entry.slot()));
      }
      turns.readAhead();
      Optional<Start> next = next();
      if (next.isPresent()) {
        return next;
      }
      List<Gate> gates = gates();
      if (gates.isEmpty() ? running.nothingMoreComesBack() : !slots.awaitFree(gates)) {
        return Optional.empty();
      }
    }
  }

  private List<Gate> gates() {
    lock.lock();
    try {
      return turns.gates();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Start> next() throws IOException {
    lock.lock();
    try {
      List<Gate> gates = turns.gates();
      Optional<Slots.Entry> entry = slots.enterNow(gates);
      return entry.isPresent() ? Optional.of(taken(entry.get(), gates)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** On the request's own thread, and then on with others. */
  void run(Start first) {
    Optional<Start> now = Optional.of(first);
    while (now.isPresent()) {
      now = andNext(now.get());
    }
  }

  private Optional<Start> andNext(Start start) {
    long before = slots.settled();
    Lane.Result result = Lane.Result.FAILED;
    Optional<Start> next = Optional.empty();
    try {
      result = start.job().run(new InFlight(start.slot()));
      next = after(start, result);
      turns.readAhead();
    } catch (IOException | RuntimeException | Error failed) {
      running.failed(failed);
    } finally {
      start.slot().leave(result);
      running.ended(result, new Running.Returned(start.job(), start.gate(), before));
    }
    return next;
  }

  /** What this thread may go on with at once, in exchange for the slot of what has ended. */
  private Optional<Start> after(Start ended, Lane.Result result) throws IOException {
    if (result == Lane.Result.NO_MONEY || !running.mayGoOnAtOnce()) {
      return Optional.empty();
    }
    lock.lock();
    try {
      List<Gate> gates = turns.gates();
      Optional<Slots.Entry> entry = slots.exchange(ended.slot(), result, gates);
      return entry.isPresent() ? Optional.of(taken(entry.get(), gates)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** To be called with the lock. */
  private Start taken(Slots.Entry entry, List<Gate> gates) throws IOException {
    Gate gate = gates.get(entry.position());
    return begun(turns.take(entry.position()), gate, entry.slot());
  }

  private Start begun(Lane.Job job, Gate gate, Slots.Slot slot) {
    running.begin();
    return new Start(job, gate, slot);
  }
}
