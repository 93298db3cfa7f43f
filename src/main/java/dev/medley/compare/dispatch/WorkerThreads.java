package dev.medley.compare.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread for every request, none of which keeps the process alive. */
final class WorkerThreads {
  private WorkerThreads() {}

  /** Virtual threads where the JVM has them (21 and newer), else as many others as are needed. */
  static ExecutorService open() {
    try {
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invokeExact();
    } catch (Throwable olderJvm) {
      return Executors.newCachedThreadPool(WorkerThreads::daemon);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-compare");
    thread.setDaemon(true);
    return thread;
  }
}
