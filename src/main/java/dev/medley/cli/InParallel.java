package dev.medley.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The same work for several at once, on threads that never keep the process alive. */
final class InParallel {
  private InParallel() {}

  /** In the order given. */
  static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    return map(items, work, Optional.empty(), work);
  }

  /**
   * In the order given.
   *
   * @param patience how long to wait for each, all having started together; empty: for ever
   * @param late what stands for one that has not come by then
   */
  static <T, R> List<R> map(
      List<T> items, Function<T, R> work, Optional<Duration> patience, Function<T, R> late) {
    List<CompletableFuture<R>> running = new ArrayList<>();
    for (T item : items) {
      CompletableFuture<R> each = start(item, work);
      patience.ifPresent(
          p -> each.completeOnTimeout(late.apply(item), p.toMillis(), TimeUnit.MILLISECONDS));
      running.add(each);
    }
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
