package dev.medley.compare.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.SteppingClock;
import dev.medley.catalog.Cost;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.compare.dispatch.Dispatcher.Ending;
import dev.medley.compare.dispatch.Lane.Result;
import dev.medley.config.Throttle;
import dev.medley.send.Attempt;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatcherTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Cancellation cancellation = new Cancellation();

  /** A lane of jobs that were made beforehand. */
  private static final class Jobs implements Lane {
    private final String provider;
    private final Deque<Job> jobs = new ArrayDeque<>();

    Jobs(String provider) {
      this.provider = provider;
    }

    Jobs then(Job job) {
      jobs.add(job);
      return this;
    }

    @Override
    public String provider() {
      return provider;
    }

    @Override
    public Optional<Job> next() {
      return Optional.ofNullable(jobs.poll());
    }
  }

  private Lane.Job says(String word) {
    return request -> {
      log.add(word);
      return Result.ANSWERED;
    };
  }

  private Jobs lane(String provider, int jobs) {
    Jobs lane = new Jobs(provider);
    for (int i = 1; i <= jobs; i++) {
      lane.then(says(provider + i));
    }
    return lane;
  }

  private Ending run(int most, Lane... lanes) throws IOException {
    return run(most, Map.of(), lanes);
  }

  private Ending run(int most, Map<String, Throttle> throttles, Lane... lanes) throws IOException {
    return new Dispatcher(Clock.SYSTEM, most, throttles).run(List.of(lanes), cancellation);
  }

  @Test
  void lanesTakeTurns() throws IOException {
    assertEquals(Ending.COMPLETE, run(1, lane("a", 3), lane("b", 1), lane("c", 2)));
    assertEquals(List.of("a1", "b1", "c1", "a2", "c2", "a3"), log);
  }

  @Test
  void neverMoreThanSoManyAtOnceAndAsManyAsThat() throws IOException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Jobs lane = new Jobs("a");
    for (int i = 0; i < 60; i++) {
      lane.then(
          request -> {
            peak.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
            return Result.ANSWERED;
          });
    }
    run(3, lane);
    assertEquals(3, peak.get());
  }

  @Test
  void aProviderHasALimitOfItsOwnAndOthersPassItBy() throws IOException {
    CountDownLatch othersDone = new CountDownLatch(3);
    Jobs slow = new Jobs("slow");
    AtomicInteger now = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      slow.then(
          request -> {
            peak.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(othersDone);
            now.decrementAndGet();
            return Result.ANSWERED;
          });
    }
    Jobs quick = new Jobs("quick");
    for (int i = 0; i < 3; i++) {
      quick.then(
          request -> {
            othersDone.countDown();
            return Result.ANSWERED;
          });
    }
    Throttle one = new Throttle(OptionalLong.of(1), OptionalLong.empty());
    run(2, Map.of("slow", one), slow, quick);
    assertEquals(1, peak.get());
  }

  @Test
  void aWaitIsForItsProviderAndKeepsNoOtherFromBeingAsked() throws IOException {
    CountDownLatch othersDone = new CountDownLatch(5);
    Jobs busy =
        new Jobs("busy")
            .then(
                request -> {
                  request.hearing(SendListener.SILENT).onAttempt(refused(Duration.ofMillis(40)));
                  request
                      .waiting((length, cancelled) -> await(othersDone))
                      .sleep(Duration.ofMillis(40), cancellation);
                  log.add("busy again");
                  return Result.ANSWERED;
                });
    Jobs other = new Jobs("other");
    for (int i = 0; i < 5; i++) {
      other.then(
          request -> {
            log.add("other");
            othersDone.countDown();
            return Result.ANSWERED;
          });
    }
    run(1, busy, other);
    assertEquals(List.of("other", "other", "other", "other", "other", "busy again"), log);
  }

  @Test
  void whileOneWaitsOthersOfTheSameProviderAreAsked() throws IOException {
    CountDownLatch othersDone = new CountDownLatch(3);
    Jobs lane =
        new Jobs("a")
            .then(
                request -> {
                  request
                      .waiting((length, cancelled) -> await(othersDone))
                      .sleep(Duration.ofSeconds(1), cancellation);
                  log.add("waited");
                  return Result.FAILED;
                });
    for (int i = 0; i < 3; i++) {
      lane.then(
          request -> {
            log.add("other");
            othersDone.countDown();
            return Result.ANSWERED;
          });
    }
    run(2, lane);
    assertEquals(List.of("other", "other", "other", "waited"), log);
  }

  private static Attempt refused(Duration wait) {
    return new Attempt(Samples.target("a"), Wait.NONE, Samples.busy(wait), Cost.UNKNOWN, false);
  }

  @Test
  void whatHadNoMoneyIsTriedAgainWhenAnotherHasSettled() throws IOException {
    CountDownLatch refused = new CountDownLatch(1);
    AtomicInteger tries = new AtomicInteger();
    Jobs lane =
        new Jobs("a")
            .then(
                request -> {
                  await(refused);
                  return Result.ANSWERED;
                })
            .then(
                request -> {
                  refused.countDown();
                  return tries.incrementAndGet() == 1 ? Result.NO_MONEY : Result.ANSWERED;
                })
            .then(says("third"));
    assertEquals(Ending.COMPLETE, run(2, lane));
    assertEquals(2, tries.get());
    assertEquals(List.of("third"), log);
  }

  @Test
  void withoutMoneyAndWithNothingUnderWayItEnds() throws IOException {
    AtomicInteger refused = new AtomicInteger();
    Jobs lane = new Jobs("a").then(says("first"));
    for (int i = 0; i < 100; i++) {
      lane.then(
          request -> {
            refused.incrementAndGet();
            return Result.NO_MONEY;
          });
    }
    assertEquals(Ending.OUT_OF_MONEY, run(1, lane));
    assertEquals(List.of("first"), log);
    assertTrue(refused.get() <= 3, refused + " were tried");
  }

  @Test
  void whatAJobThrowsReachesTheCallerWhileOthersAreStillUnderWay() {
    CountDownLatch never = new CountDownLatch(1);
    IOException full = new IOException("disk full");
    Jobs lane =
        new Jobs("a")
            .then(
                request -> {
                  await(never);
                  return Result.ANSWERED;
                })
            .then(
                request -> {
                  throw full;
                })
            .then(says("third"));
    assertSame(full, assertThrows(IOException.class, () -> run(2, lane)));
    never.countDown();
    assertEquals(List.of(), log);
  }

  @Test
  void aCancellationStopsDispatchingAndWaitsForWhatRuns() throws IOException {
    Jobs lane =
        new Jobs("a")
            .then(
                request -> {
                  cancellation.cancel();
                  log.add("ended");
                  return Result.FAILED;
                })
            .then(says("second"));
    assertEquals(Ending.INTERRUPTED, run(1, lane));
    assertEquals(List.of("ended"), log);
  }

  @Test
  void nothingToSendIsComplete() throws IOException {
    assertEquals(Ending.COMPLETE, run(4, new Jobs("a")));
    assertEquals(Ending.COMPLETE, run(4));
  }

  @Test
  void requestsOfAMinuteAreSpaced() throws IOException {
    long start = System.nanoTime();
    Throttle pace = new Throttle(OptionalLong.empty(), OptionalLong.of(1200));
    run(8, Map.of("a", pace), lane("a", 4));
    assertTrue(System.nanoTime() - start >= 150_000_000L);
  }

  /** On one slot: a job that waited for another request while it has its own would wait forever. */
  @Test
  void whatFollowsFromAnAnswerMayAskBesides() throws IOException {
    Throttle one = new Throttle(OptionalLong.of(1), OptionalLong.empty());
    Dispatcher dispatcher = new Dispatcher(Clock.SYSTEM, 1, Map.of("a", one));
    Entrance entrance = dispatcher.entrance("a");
    Jobs lane = new Jobs("a");
    for (int i = 1; i <= 3; i++) {
      String name = "a" + i;
      lane.then(
          request -> {
            log.add(name);
            request.answered(Result.ANSWERED);
            assertTrue(entrance.send(says(name + " judged"), cancellation));
            return Result.ANSWERED;
          });
    }
    assertEquals(Ending.COMPLETE, dispatcher.run(List.of(lane), cancellation));
    assertEquals(List.of("a1", "a1 judged", "a2", "a2 judged", "a3", "a3 judged"), log);
  }

  @Test
  void requestsBesidesAreAmongThoseOfAMinute() throws IOException {
    SteppingClock clock = new SteppingClock(Duration.ofMillis(1));
    Throttle pace = new Throttle(OptionalLong.empty(), OptionalLong.of(6000));
    Dispatcher dispatcher = new Dispatcher(clock, 8, Map.of("a", pace));
    Entrance entrance = dispatcher.entrance("a");
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    Lane.Job noted =
        request -> {
          starts.add(clock.nanoTime());
          return Result.ANSWERED;
        };
    long begun = clock.nanoTime();
    dispatcher.run(List.of(new Jobs("a").then(noted).then(noted)), cancellation);
    for (int i = 0; i < 10; i++) {
      entrance.send(noted, cancellation);
    }
    assertEquals(12, starts.size());
    for (int i = 0; i < starts.size(); i++) {
      assertTrue(starts.get(i) - begun >= i * 10_000_000L, i + " at " + (starts.get(i) - begun));
    }
  }

  @Test
  void aRequestBesidesWaitsForMoneyThatOthersMayLeave() throws IOException {
    Dispatcher dispatcher = new Dispatcher(Clock.SYSTEM, 2, Map.of());
    Entrance entrance = dispatcher.entrance("b");
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    AtomicInteger tries = new AtomicInteger();
    Jobs lane =
        new Jobs("a")
            .then(
                request -> {
                  request.answered(Result.ANSWERED);
                  entrance.send(
                      judged -> {
                        await(inFlight);
                        refused.countDown();
                        return tries.incrementAndGet() == 1 ? Result.NO_MONEY : Result.ANSWERED;
                      },
                      cancellation);
                  return Result.ANSWERED;
                })
            .then(
                request -> {
                  inFlight.countDown();
                  await(refused);
                  return Result.ANSWERED;
                });
    assertEquals(Ending.COMPLETE, dispatcher.run(List.of(lane), cancellation));
    assertEquals(2, tries.get());
    entrance.send(
        judged -> {
          tries.incrementAndGet();
          return Result.NO_MONEY;
        },
        cancellation);
    assertEquals(3, tries.get(), "nothing is in flight that could leave any");
  }

  @Test
  void nothingIsAskedBesidesAfterAnInterrupt() throws IOException {
    Dispatcher dispatcher = new Dispatcher(Clock.SYSTEM, 2, Map.of());
    Entrance entrance = dispatcher.entrance("b");
    cancellation.cancel();
    assertFalse(entrance.send(says("asked"), cancellation));
    assertEquals(List.of(), log);
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
