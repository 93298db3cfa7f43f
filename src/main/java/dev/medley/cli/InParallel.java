package dev.medley.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The same work for several at once, on threads that never keep the process alive. */
final class InParallel {
  private InParallel() {}

  /** In the order given. */
  static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    List<CompletableFuture<R>> running = items.stream().map(item -> start(item, work)).toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static <T, R> CompletableFuture<R> start(T item, Function<T, R> work) {
    return CompletableFuture.supplyAsync(
        () -> work.apply(item),
        task -> {
          Thread thread = new Thread(task, "medley-parallel");
          thread.setDaemon(true);
          thread.start();
        });
  }
}
