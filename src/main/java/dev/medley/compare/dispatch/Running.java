package dev.medley.compare.dispatch;

import dev.medley.chat.Cancellation;
import dev.medley.compare.dispatch.Dispatcher.Ending;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way, what has come back for want of money, and what went wrong. */
final class Running {
  private final Slots slots;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Returned> returned = new ArrayDeque<>();
  private int underWay;
  private boolean stopped;
  private boolean outOfMoney;
  private Throwable thrown;

  Running(Slots slots) {
    this.slots = slots;
    slots.onEndBesides(() -> locked(changed::signalAll));
  }

  /**
   * A job for which there was no money.
   *
   * @param settled how many had ended by then: another may have left some
   */
  record Returned(Lane.Job job, Gate gate, long settled) {}

  void begin() {
    locked(() -> underWay++);
  }

  void ended(Lane.Result result, Returned job) {
    locked(
        () -> {
          underWay--;
          if (result == Lane.Result.NO_MONEY) {
            returned.add(job);
          }
          changed.signalAll();
        });
  }

  /** The whole run ends with this. */
  void failed(Throwable why) {
    locked(() -> thrown = thrown == null ? why : thrown);
    stop();
  }

  /** Nothing more is sent. */
  void stop() {
    locked(
        () -> {
          stopped = true;
          changed.signalAll();
        });
    slots.close();
  }

  boolean mayGoOn() {
    lock.lock();
    try {
      return !stopped && !outOfMoney;
    } finally {
      lock.unlock();
    }
  }

  /** Whether something new may be started, before which nothing has to be tried again. */
  boolean mayGoOnAtOnce() {
    lock.lock();
    try {
      return !stopped && !outOfMoney && returned.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The job that came back first, once another has ended since; without one the money is gone. */
  Optional<Returned> returned() {
    lock.lock();
    try {
      while (!stopped && !returned.isEmpty()) {
        if (returned.peek().settled() < slots.settled()) {
          return Optional.of(returned.poll());
        }
        if (underWay == 0 && slots.idle()) {
          outOfMoney = true;
          return Optional.empty();
        }
        changed.awaitUninterruptibly();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is under way, or something has come back. */
  boolean nothingMoreComesBack() {
    lock.lock();
    try {
      while (!stopped && underWay > 0 && returned.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      return returned.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for what is under way, unless something was thrown. */
  Ending awaitEnd(Cancellation cancellation) throws IOException {
    lock.lock();
    try {
      while (underWay > 0 && thrown == null) {
        changed.awaitUninterruptibly();
      }
      rethrow();
      return outOfMoney
          ? Ending.OUT_OF_MONEY
          : cancellation.isCancelled() ? Ending.INTERRUPTED : Ending.COMPLETE;
    } finally {
      lock.unlock();
    }
  }

  private void rethrow() throws IOException {
    if (thrown instanceof IOException io) {
      throw io;
    }
    if (thrown instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (thrown instanceof Error error) {
      throw error;
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
