package dev.medley.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says once, from any thread, that an answer is no longer wanted; those who wait are told at once.
 */
public final class Cancellation {
  private final Map<Registration, Runnable> listeners = new LinkedHashMap<>();
  private boolean cancelled;

  public void cancel() {
    List<Runnable> toTell;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toTell = List.copyOf(listeners.values());
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
        Registration interest = new Interest();
        listeners.put(interest, action);
        return interest;
      }
    }
    action.run();
    return () -> {};
  }

  private final class Interest implements Registration {
    @Override
    public void close() {
      synchronized (Cancellation.this) {
        listeners.remove(this);
      }
    }
  }

  /** Ends the interest in a cancellation. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
