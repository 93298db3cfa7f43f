package dev.medley.compare;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.NoSleep;
import dev.medley.ScriptedModel;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.config.Target;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final BiConsumer<Integer, Delivery> IGNORED = (position, result) -> {};

  private final Map<String, ScriptedModel> models =
      Map.of("a", new ScriptedModel(), "b", new ScriptedModel(), "c", new ScriptedModel());
  private final Cancellation cancellation = new Cancellation();

  @Test
  void allAreAskedAtOnce() {
    CyclicBarrier together = new CyclicBarrier(3);
    models.values().forEach(model -> model.then(() -> meet(together), answered("hi")));
    List<Delivery> results = compare(i -> SendListener.SILENT, IGNORED);
    assertEquals(3, results.stream().filter(result -> result.outcome().answered()).count());
  }

  @Test
  void theOrderIsThatOfTheQuestionAndNotOfTheAnswers() {
    CountDownLatch afterB = new CountDownLatch(1);
    CountDownLatch afterC = new CountDownLatch(1);
    models.get("a").then(() -> await(afterB), answered("first"));
    models.get("b").then(() -> await(afterC), answered("second"));
    models.get("c").then(answered("third"));
    List<Integer> finished = new CopyOnWriteArrayList<>();
    List<Delivery> results =
        compare(
            i -> SendListener.SILENT,
            (position, result) -> {
              finished.add(position);
              List.of(new CountDownLatch(1), afterB, afterC).get(position).countDown();
            });
    assertEquals(List.of("first", "second", "third"), texts(results));
    assertEquals(List.of(2, 1, 0), finished);
  }

  @Test
  void oneFailureStopsNoOther() {
    models.get("a").then(failed(FailureKind.AUTH));
    models.get("b").then(answered("second"));
    models.get("c").then(failed(FailureKind.NETWORK)).then(answered("third, later"));
    List<Delivery> results = compare(i -> SendListener.SILENT, IGNORED);
    assertEquals(List.of("", "second", "third, later"), texts(results));
    assertEquals(
        List.of(1, 1, 2), results.stream().map(result -> result.attempts().size()).toList());
  }

  @Test
  void eachHasAListenerOfItsOwn() {
    models.forEach((name, model) -> model.then(answered(name), name));
    Set<String> heard = ConcurrentHashMap.newKeySet();
    compare(
        i ->
            new SendListener() {
              @Override
              public void onText(String piece) {
                heard.add(i + piece);
              }
            },
        IGNORED);
    assertEquals(Set.of("0a", "1b", "2c"), heard);
  }

  @Test
  void whatAListenerThrowsReachesTheCallerWhileOthersAreStillAtIt() {
    CountDownLatch over = new CountDownLatch(1);
    models.get("a").then(() -> await(over), answered("late"));
    models.get("b").then(answered("b"), "piece");
    models.get("c").then(answered("c"));
    RuntimeException closed = new IllegalArgumentException("nobody reads");
    SendListener broken =
        new SendListener() {
          @Override
          public void onText(String piece) {
            throw closed;
          }
        };
    assertSame(closed, assertThrows(RuntimeException.class, () -> compare(i -> broken, IGNORED)));
    over.countDown();
  }

  @Test
  void whatTheEndOfAnAnswerThrowsReachesTheCallerToo() {
    models.values().forEach(model -> model.then(answered("hi")));
    RuntimeException closed = new IllegalArgumentException("nobody reads");
    BiConsumer<Integer, Delivery> broken =
        (position, result) -> {
          throw closed;
        };
    assertSame(
        closed,
        assertThrows(RuntimeException.class, () -> compare(i -> SendListener.SILENT, broken)));
  }

  @Test
  void aCancellationIsForAll() {
    CyclicBarrier together = new CyclicBarrier(3);
    Outcome busy = failed(FailureKind.OVERLOADED);
    models.get("a").then(() -> meet(together), busy);
    models.get("b").then(() -> meet(together), busy);
    models
        .get("c")
        .then(
            () -> {
              cancellation.cancel();
              meet(together);
            },
            busy);
    assertEquals(
        List.of(FailureKind.INTERRUPTED, FailureKind.INTERRUPTED, FailureKind.INTERRUPTED),
        compare(i -> SendListener.SILENT, IGNORED).stream()
            .map(result -> result.failure().orElseThrow().kind())
            .toList());
  }

  private List<Delivery> compare(
      IntFunction<SendListener> listeners, BiConsumer<Integer, Delivery> end) {
    Sender sender = new Sender(t -> models.get(t.ref().id()), new NoSleep(), () -> 0.5);
    List<Target> targets = List.of(target("a"), target("b"), target("c"));
    return new Comparison(sender, new Dispatcher(Clock.SYSTEM, 4, Map.of()), Clock.SYSTEM)
        .run(
            targets,
            Prompt.of("hello"),
            new RetryPolicy(2, RetryPolicy.LONGEST_WAIT, false),
            new Comparison.Audience() {
              @Override
              public SendListener listener(int position) {
                return listeners.apply(position);
              }

              @Override
              public void finished(int position, Delivery result) {
                end.accept(position, result);
              }
            },
            cancellation);
  }

  private static List<String> texts(List<Delivery> results) {
    return results.stream().map(result -> result.outcome().reply().text()).toList();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
