package dev.medley.compare.dispatch;

import dev.medley.chat.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests are in flight, in all and through each gate. */
final class Slots {
  private final int most;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int taken;
  private int following;
  private long settled;
  private boolean shared;
  private Runnable onEnd = () -> {};
  private boolean closed;

  Slots(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** A request that may be in flight; used by one thread. */
  final class Slot {
    private final Gate gate;
    private long startedAt;
    private boolean over;
    private boolean follows;

    private Slot(Gate gate) {
      this.gate = gate;
      take();
    }

    private void take() {
      startedAt = clock.nanoTime();
      gate.start(startedAt);
      taken++;
    }

    private void give() {
      gate.leave();
      taken--;
    }

    /** The provider was asked too much and wants to rest. */
    void refused(Duration rest) {
      locked(() -> gate.refused(startedAt, clock.nanoTime(), rest));
    }

    /** Lets others go ahead while this request waits; nothing is in flight for it meanwhile. */
    void outside(Runnable wait) {
      locked(
          () -> {
            give();
            gate.waits(1);
            changed.signalAll();
          });
      try {
        wait.run();
      } finally {
        locked(this::comeBack);
      }
    }

    private void comeBack() {
      gate.waits(-1);
      gate.comesBack(1);
      try {
        awaitRoom(gate);
      } finally {
        gate.comesBack(-1);
        take();
        changed.signalAll();
      }
    }

    /**
     * The request is over, but not what follows from it, which may have to wait for a request
     * besides. Where there are none, the slot is kept until that is over, too.
     */
    void answered(Lane.Result result) {
      locked(
          () -> {
            if (shared && !over) {
              end(result);
              follows = true;
              following++;
              changed.signalAll();
            }
          });
    }

    /** It is over, if that is not known already. */
    void leave(Lane.Result result) {
      locked(
          () -> {
            if (!over || follows) {
              following -= follows ? 1 : 0;
              follows = false;
              changed.signalAll();
            }
            if (!over) {
              end(result);
            }
          });
    }

    private void end(Lane.Result result) {
      over = true;
      settled += result == Lane.Result.NO_MONEY ? 0 : 1;
      if (result == Lane.Result.ANSWERED) {
        gate.answered();
      }
      give();
    }
  }

  /** From now on requests are sent besides those of the lanes. */
  void share() {
    locked(() -> shared = true);
  }

  /**
   * Waits for room for a request besides. It goes before new ones through the same gate.
   *
   * @return empty once closed
   */
  Optional<Slot> enterBesides(Gate gate) {
    lock.lock();
    try {
      gate.comesBack(1);
      awaitRoom(gate);
      gate.comesBack(-1);
      changed.signalAll();
      return closed ? Optional.empty() : Optional.of(new Slot(gate));
    } finally {
      lock.unlock();
    }
  }

  /** A request besides is over. */
  void leaveBesides(Slot slot, Lane.Result result) {
    slot.leave(result);
    onEnd.run();
  }

  /** To be run whenever a request besides is over. */
  void onEndBesides(Runnable hears) {
    onEnd = hears;
  }

  /** To be called with the lock. */
  private void awaitRoom(Gate gate) {
    long wait = wait(gate);
    while (!closed && wait > 0) {
      await(wait);
      wait = wait(gate);
    }
  }

  private long wait(Gate gate) {
    return taken >= most ? Long.MAX_VALUE : gate.waitFrom(clock.nanoTime());
  }

  /** How many requests have ended, each of which may have left some money. */
  long settled() {
    lock.lock();
    try {
      return settled;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing is in flight. */
  boolean idle() {
    lock.lock();
    try {
      return taken == 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until more have ended than before.
   *
   * @return false when nothing is in flight that could end
   */
  boolean awaitSettled(long before) {
    lock.lock();
    try {
      while (!closed && settled <= before && taken > 0) {
        await(Long.MAX_VALUE);
      }
      return !closed && settled > before;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until one of the gates can be passed, and passes it.
   *
   * @param gates looked at in this order
   * @return its position with the slot; empty once closed
   */
  Optional<Entry> enter(List<Gate> gates) {
    Optional<Entry> entry = Optional.empty();
    while (entry.isEmpty() && awaitFree(gates)) {
      entry = enterNow(gates);
    }
    return entry;
  }

  /** The same without waiting; empty: none can be passed now. */
  Optional<Entry> enterNow(List<Gate> gates) {
    lock.lock();
    try {
      return pass(gates);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until one of the gates can be passed; false once closed. */
  boolean awaitFree(List<Gate> gates) {
    lock.lock();
    try {
      while (!closed && firstFree(gates) < 0) {
        long now = clock.nanoTime();
        boolean full = taken >= most || following >= most;
        await(
            gates.stream()
                .mapToLong(gate -> full ? Long.MAX_VALUE : gate.waitFrom(now))
                .filter(nanos -> nanos > 0)
                .min()
                .orElse(Long.MAX_VALUE));
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enters in place of a request that is over. Nobody is woken when the same gate lets in one for
   * one.
   */
  Optional<Entry> exchange(Slot ended, Lane.Result result, List<Gate> gates) {
    lock.lock();
    try {
      int limit = ended.gate.limit();
      if (!ended.over) {
        ended.end(result);
      }
      Optional<Entry> entry = pass(gates);
      boolean same = entry.filter(next -> next.slot().gate == ended.gate).isPresent();
      if (!same || ended.gate.limit() > limit) {
        changed.signalAll();
      }
      return entry;
    } finally {
      lock.unlock();
    }
  }

  /** To be called with the lock, as those that follow. */
  private Optional<Entry> pass(List<Gate> gates) {
    int free = closed ? -1 : firstFree(gates);
    return free < 0 ? Optional.empty() : Optional.of(new Entry(free, new Slot(gates.get(free))));
  }

  private int firstFree(List<Gate> gates) {
    long now = clock.nanoTime();
    for (int i = 0; taken < most && following < most && i < gates.size(); i++) {
      if (gates.get(i).free(now)) {
        return i;
      }
    }
    return -1;
  }

  /** A slot, and the position of the gate that it is for. */
  record Entry(int position, Slot slot) {}

  /** Nobody enters any more. */
  void close() {
    locked(
        () -> {
          closed = true;
          changed.signalAll();
        });
  }

  private void await(long nanos) {
    try {
      if (nanos <= 0 || nanos == Long.MAX_VALUE) {
        changed.await();
      } else {
        changed.await(nanos, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
