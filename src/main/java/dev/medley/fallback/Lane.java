package dev.medley.fallback;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One candidate on a thread of its own. What it says is kept until it has the floor, so that the
 * words of two never mix.
 */
final class Lane {
  private final Starter starter;
  private final Target target;
  private final Floor floor;
  private final Cancellation own = new Cancellation();
  private final Queue<Consumer<SendListener>> unsaid = new ArrayDeque<>();
  private Delivery delivery;
  private Throwable thrown;

  Lane(Starter starter, Target target, Floor floor) {
    this.starter = starter;
    this.target = target;
    this.floor = floor;
  }

  /** Sends; {@code ended} is told on the lane's thread. */
  void start(RetryPolicy retries, Consumer<Lane> ended) {
    Thread thread = new Thread(() -> run(retries, ended), "medley-" + target.ref());
    thread.setDaemon(true);
    thread.start();
  }

  private void run(RetryPolicy retries, Consumer<Lane> ended) {
    Cancellation.Registration user = starter.cancellation().onCancel(own::cancel);
    try {
      delivery = starter.send(target, retries, new Ear(), own);
    } catch (RuntimeException | Error broken) {
      thrown = broken;
    } finally {
      user.close();
      ended.accept(this);
    }
  }

  /** Closes its connection. */
  void callOff() {
    own.cancel();
  }

  Target target() {
    return target;
  }

  /**
   * What became of it, once it has ended.
   *
   * @throws RuntimeException what its listener threw, such as a closed pipe
   */
  Delivery delivery() {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException broken) {
      throw broken;
    }
    return delivery;
  }

  private final class Ear implements SendListener {
    @Override
    public void onText(String piece) {
      say(floor.ask(Lane.this, true), listener -> listener.onText(piece));
    }

    @Override
    public void onReasoning(String piece) {
      say(floor.ask(Lane.this, false), listener -> listener.onReasoning(piece));
    }

    @Override
    public void onNotice(String notice) {
      say(floor.has(Lane.this), listener -> listener.onNotice(notice));
    }

    @Override
    public void onSecondTry(String correction) {
      say(floor.has(Lane.this), listener -> listener.onSecondTry(correction));
    }

    @Override
    public void onRetry(Target model, Failure failure, Wait wait) {
      say(true, listener -> listener.onRetry(model, failure, wait));
    }

    private void say(boolean aloud, Consumer<SendListener> words) {
      unsaid.add(words);
      while (aloud && !unsaid.isEmpty()) {
        unsaid.poll().accept(starter.listener());
      }
    }
  }
}
