package dev.medley.chat;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Says once, from any thread, that an answer is no longer wanted; those who wait are told at once.
 */
public final class Cancellation {
  private final Set<Runnable> listeners = new LinkedHashSet<>();
  private boolean cancelled;

  public void cancel() {
    Set<Runnable> toTell;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toTell = new LinkedHashSet<>(listeners);
      listeners.clear();
    }
    toTell.forEach(Runnable::run);
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Runs {@code action} on cancel, at once if that has happened; close to no longer be told. */
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        listeners.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void remove(Runnable action) {
    listeners.remove(action);
  }

  /** Ends the interest in a cancellation. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
