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
  private boolean closed;

  Slots(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** A request that may be in flight; used by one thread. */
  final class Slot {
    private final Gate gate;
    private long startedAt;

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
      changed.signalAll();
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
        while (!closed && (taken >= most || gate.waitFrom(clock.nanoTime()) > 0)) {
          await(gate.waitFrom(clock.nanoTime()));
        }
      } finally {
        gate.comesBack(-1);
        take();
        changed.signalAll();
      }
    }

    /** It is over. */
    void leave(boolean answered) {
      locked(
          () -> {
            if (answered) {
              gate.answered();
            }
            give();
          });
    }
  }

  /**
   * Waits until one of the gates may be passed.
   *
   * @param gates looked at in this order
   * @return its position with the slot; empty once closed
   */
  Optional<Entry> enter(List<Gate> gates) {
    lock.lock();
    try {
      while (!closed) {
        long now = clock.nanoTime();
        long soonest = Long.MAX_VALUE;
        for (int i = 0; taken < most && i < gates.size(); i++) {
          if (gates.get(i).free(now)) {
            return Optional.of(new Entry(i, new Slot(gates.get(i))));
          }
          soonest = Math.min(soonest, gates.get(i).waitFrom(now));
        }
        await(soonest);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
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

  /** To be called with the lock. */
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
