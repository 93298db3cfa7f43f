package dev.medley;

import dev.medley.endpoint.Endpoints;

/**
 * Work that may be done early, beside other work. Without it everything goes as well, but later.
 */
final class WarmingUp {
  private Thread thread;

  synchronized void begin() {
    if (thread == null) {
      thread = new Thread(this::run, "medley-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    try {
      Endpoints.warmUp();
    } catch (RuntimeException | LinkageError again) {
      // The real request will meet it, and say so.
    }
  }

  /** Two threads that load the same classes only get in each other's way. */
  synchronized void await() {
    if (thread == null) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
