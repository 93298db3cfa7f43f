package dev.medley.compare.dispatch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread for every request that is under way, none of which keeps the process alive. Not virtual
 * ones, where the JVM has them: for the few hundred that there may be these are as quick and take
 * no more memory, and a short run is over a quarter of a second earlier.
 */
final class WorkerThreads {
  private WorkerThreads() {}

  static ExecutorService open() {
    return Executors.newCachedThreadPool(WorkerThreads::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-compare");
    thread.setDaemon(true);
    return thread;
  }
}
