package dev.medley.compare;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks all models at once. No failure stops another; results keep the order in which models were
 * given.
 */
public final class Comparison {
  private final Sender sender;

  public Comparison(Sender sender) {
    this.sender = sender;
  }

  /** Who watches a comparison. Each model calls on its own thread. */
  public interface Audience {
    Audience NOBODY = position -> SendListener.SILENT;

    /** Hears the model at this position. */
    SendListener listener(int position);

    /** The model has answered or failed. */
    default void finished(int position, Delivery result) {}
  }

  public List<Delivery> run(
      List<Target> targets,
      Prompt prompt,
      RetryPolicy policy,
      Audience audience,
      Cancellation cancellation) {
    ExecutorService threads = Executors.newFixedThreadPool(targets.size(), Comparison::daemon);
    try {
      CompletionService<Delivery> ended = new ExecutorCompletionService<>(threads);
      List<Future<Delivery>> running = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        Target target = targets.get(i);
        SendListener listener = audience.listener(i);
        int position = i;
        running.add(
            ended.submit(
                () -> {
                  Delivery result = sender.send(target, prompt, policy, listener, cancellation);
                  audience.finished(position, result);
                  return result;
                }));
      }
      for (int i = 0; i < running.size(); i++) {
        resultOf(ended.take());
      }
      return running.stream().map(Comparison::resultOf).toList();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    } finally {
      threads.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-compare");
    thread.setDaemon(true);
    return thread;
  }

  /** Of one that has ended. What a listener threw, such as a closed pipe, goes on to the caller. */
  private static Delivery resultOf(Future<Delivery> ended) {
    try {
      return ended.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
