package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.busy;
import static dev.medley.Samples.failed;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.ScriptedModel;
import dev.medley.SteppingClock;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.config.Target;
import dev.medley.history.Health;
import dev.medley.history.ModelHealth;
import dev.medley.history.Rest;
import dev.medley.history.Store;
import dev.medley.send.Sleeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains that are walked one after the other, as by processes of their own. */
class CooldownTest {
  private static final Target A = Samples.target("a");
  private static final Outcome DOWN = failed(FailureKind.OVERLOADED);

  @TempDir private Path folder;
  private final SteppingClock clock = new SteppingClock();
  private Path file;
  private Store store;
  private Cooldown cooldown;

  @BeforeEach
  void open() {
    file = folder.resolve("history.db");
    store = new Store(file, why -> {});
    cooldown = new Cooldown(new ModelHealth(store), clock, ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ChainRun chain() {
    return new ChainRun().cooldown(cooldown, clock);
  }

  private String aThenB(Outcome... a) {
    return story(chain().model("a", a).model("b", answered("hi")).run());
  }

  private void aFailsThreeTimes() {
    for (int i = 0; i < 3; i++) {
      assertEquals("a failed overloaded\nb answered\n= answered", aThenB(DOWN));
    }
  }

  private void seconds(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Test
  void aModelThatFailsThreeTimesIsLeftAlone() {
    aFailsThreeTimes();
    seconds(12);
    assertEquals(
        """
        a skipped overloaded: resting until 12:01:00 after 3 failures (overloaded)
        b answered
        = answered""",
        aThenB());
  }

  @Test
  void whomOurOwnDeadlineCutsHasNotFailed() {
    for (int i = 0; i < 4; i++) {
      VirtualTime time = new VirtualTime();
      ScriptedModel slow = new ScriptedModel().then(answered("hi"));
      ChainRun chain =
          chain()
              .within(time, Duration.ofSeconds(1))
              .model(Samples.target("a"), new SlowModel(slow, time, Duration.ofSeconds(2)))
              .model("b");
      assertEquals(
          "a failed timeout_total\n= timeout_total: the deadline of 1.0 s has passed",
          story(chain.run()));
    }
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
  }

  @Test
  void aFailureAfterTheRestRestsItTwiceAsLong() {
    aFailsThreeTimes();
    seconds(60);
    assertEquals("a failed overloaded\nb answered\n= answered", aThenB(DOWN));
    assertEquals(
        """
        a skipped overloaded: resting until 12:03:00 after 4 failures (overloaded)
        b answered
        = answered""",
        aThenB());
  }

  @Test
  void anAnswerForgetsAll() {
    aFailsThreeTimes();
    seconds(60);
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
    aFailsThreeTimes();
    assertEquals(60, restOf("a"));
  }

  private long restOf(String model) {
    return new ModelHealth(store)
        .resting(clock.now()).stream()
            .filter(r -> r.model().id().equals(model))
            .map(r -> Duration.between(clock.now(), r.rest().until()).toSeconds())
            .findFirst()
            .orElse(0L);
  }

  @Test
  void afterARestOneAtATimeFindsOut() {
    aFailsThreeTimes();
    seconds(60);
    ChainRun prober = chain();
    prober.scriptOf(Samples.target("a")).then(() -> aThenB(), answered("hi"));
    assertEquals("a answered\n= answered", story(prober.model("a").model("b").run()));
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
  }

  @Test
  void whereAllRestTheOneDueFirstIsTried() {
    chain()
        .model("a", busy(Duration.ofSeconds(90)))
        .model("b", busy(Duration.ofSeconds(70)))
        .on("429")
        .explicitRetries(0)
        .run();
    assertEquals(90, restOf("a"));
    assertEquals(
        """
        a skipped rate_limit: resting until 12:01:30 after 1 failure (rate limit)
        b answered
        = answered""",
        story(chain().model("a").model("b", answered("hi")).run()));
    assertEquals(0, restOf("b"));
    assertEquals(90, restOf("a"));
  }

  @Test
  void whoCannotTakeThePromptDoesNotStandBy() {
    aFailsThreeTimes();
    assertEquals(
        "a answered\n= answered",
        story(chain().model("a", answered("hi")).model(Samples.windowed("tiny", 3)).run()));
  }

  @Test
  void theRetriesGoToTheLastThatDoesNotRest() {
    aFailsThreeTimes();
    assertEquals(
        """
        b failed overloaded
        b answered after 250 ms for overloaded
        = answered""",
        story(chain().model("b", DOWN, answered("hi")).model("a").run()));
  }

  @Test
  void allTriesOfARunCountOnce() {
    chain().model("b", DOWN).model("a", DOWN, DOWN, DOWN).run();
    assertEquals(0, restOf("a"));
  }

  @Test
  void onRequestThoseThatRestAreTriedAndMayRecover() {
    aFailsThreeTimes();
    ChainRun insisting = new ChainRun().cooldown(cooldown.disregarded(), clock);
    insisting.model("a", answered("hi")).model("b");
    assertEquals("a answered\n= answered", story(insisting.run()));
    assertEquals(0, restOf("a"));
  }

  @Test
  void aModelThatIsAskedAloneIsNoneOfItsBusiness() {
    for (int i = 0; i < 4; i++) {
      chain()
          .explicitRetries(0)
          .model("a", DOWN)
          .model(Samples.alias("other", Samples.target("a")))
          .run();
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void ofAModelThatAnswersOnlyThatIsKept() {
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
    assertEquals(RestPolicy.afterAnswer(clock.now()), healthOfA());
    seconds(599);
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
    assertEquals(RestPolicy.afterAnswer(clock.now().minusSeconds(599)), healthOfA());
    seconds(1);
    assertEquals("a answered\n= answered", aThenB(answered("hi")));
    assertEquals(RestPolicy.afterAnswer(clock.now()), healthOfA());
  }

  private Health healthOfA() {
    return cooldown.of(List.of(A)).get(Cooldown.served(A));
  }

  private void threeOthersAsk() {
    for (int i = 0; i < 3; i++) {
      cooldown.update(A, health -> RestPolicy.begun(health, clock.now()));
    }
  }

  private void oneOfThemFails() {
    Failure down = Failure.of(FailureKind.OVERLOADED, "");
    cooldown.update(A, health -> RestPolicy.afterFailure(health, down, clock.now(), clock.now()));
  }

  @Test
  void whereOthersFindOutItWaitsForWhatTheyFind() {
    threeOthersAsk();
    ChainRun fourth = chain().model("a").model("b", answered("hi"));
    assertEquals(
        """
        a skipped overloaded: resting until 12:01:00 after 3 failures (overloaded)
        b answered
        = answered""",
        story(fourth.pausing((length, cancellation) -> oneOfThemFails()).run()));
  }

  @Test
  void asSoonAsOneOfTheOthersHasAnAnswerItAsks() {
    threeOthersAsk();
    List<Duration> pauses = new ArrayList<>();
    ChainRun fourth =
        chain()
            .pausing(
                (length, cancellation) -> {
                  pauses.add(length);
                  cooldown.update(A, health -> RestPolicy.afterAnswer(clock.now()));
                });
    assertEquals(
        "a answered\n= answered", story(fourth.model("a", answered("hi")).model("b").run()));
    assertEquals(List.of(Duration.ofMillis(25)), pauses);
  }

  @Test
  void aModelThatTakesItsTimeIsAskedAfterThreeSeconds() {
    threeOthersAsk();
    ChainRun fourth = chain().model("a", answered("hi")).model("b");
    fourth.pausing((length, cancellation) -> clock.advance(length));
    assertEquals("a answered after 3000 ms for others_asking\n= answered", story(fourth.run()));
  }

  @Test
  void whoIsCalledOffDoesNotWaitOn() {
    threeOthersAsk();
    List<Duration> pauses = new ArrayList<>();
    ChainRun fourth = chain().model("a", failed(FailureKind.INTERRUPTED)).model("b");
    fourth.pausing(
        (length, cancellation) -> {
          pauses.add(length);
          cancellation.cancel();
        });
    fourth.run();
    assertEquals(List.of(Duration.ofMillis(25)), pauses);
  }

  @Test
  void withTheFirstWordNobodyWaitsAnyLonger() {
    List<Integer> between = new ArrayList<>();
    Runnable look = () -> between.add(cooldown.update(A, health -> health).tries().size());
    ChainRun slow = chain();
    slow.scriptOf(A).then(look, answered("once upon"), "once", "upon");
    slow.model("a").model("b").hearing(look).run();
    assertEquals(List.of(1, 1, 0), between);
  }

  @Test
  void alsoInARaceNobodyWaitsAfterTheFirstWord() {
    AtomicInteger left = new AtomicInteger(-1);
    ChainRun race = chain().hedged((length, action) -> () -> {});
    race.scriptOf(A).then(answered("once"), "once");
    Runnable look =
        () -> {
          for (int i = 0; i < 1_000 && left.get() != 0; i++) {
            left.set(cooldown.update(A, health -> health).tries().size());
            Sleeper.SYSTEM.sleep(Duration.ofMillis(5), new Cancellation());
          }
        };
    race.model("a").model("b").hearing(look).run();
    assertEquals(0, left.get());
  }

  @Test
  void aModelThatBeginsAndAlwaysBreaksOffIsLeftAlone() {
    for (int i = 0; i < 3; i++) {
      ChainRun breakingOff = chain();
      breakingOff.scriptOf(A).then(DOWN, "once upon");
      breakingOff.model("a").model("b", answered("hi")).run();
    }
    assertEquals(60, restOf("a"));
  }

  @Test
  void whereNobodyStandsByThereIsNoUseInWaiting() {
    threeOthersAsk();
    ChainRun fourth = chain().model("b", DOWN).model("a", answered("hi"));
    assertEquals("b failed overloaded\na answered\n= answered", story(fourth.run()));
    assertEquals(List.of(), fourth.sleep.waits());
  }

  @Test
  void aTryThatSaysNothingAboutTheModelIsOver() {
    ChainRun refused = chain().model("a", failed(FailureKind.CONTEXT)).model("b", answered("hi"));
    refused.run();
    assertEquals(Map.of(), cooldown.of(List.of(A)));
  }

  @Test
  void whatHappenedWhileItWaitedForItsTurnCounts() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    // For the two candidates, and as the first's turn begins; it waits for the store after that.
    CountDownLatch asked = new CountDownLatch(3);
    Thread other =
        new Thread(
            () -> {
              try (Store own = new Store(file, why -> {})) {
                new ModelHealth(own)
                    .update(
                        Cooldown.served(A),
                        health -> {
                          locked.countDown();
                          awaited(asked);
                          seconds(1);
                          return resting(clock.now());
                        });
              }
            });
    other.start();
    awaited(locked);
    Clock telling =
        new Clock() {
          @Override
          public long nanoTime() {
            return clock.nanoTime();
          }

          @Override
          public Instant now() {
            Instant now = clock.now();
            asked.countDown();
            return now;
          }
        };
    Cooldown late = new Cooldown(new ModelHealth(store), telling, ZoneOffset.UTC);
    ChainRun run = new ChainRun().cooldown(late, clock).model("a", DOWN).model("b", answered("hi"));
    assertEquals(
        """
        a skipped overloaded: resting until 12:01:01 after 3 failures (overloaded)
        b answered
        = answered""",
        story(run.run()));
    other.join();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static Health resting(Instant since) {
    Duration minute = Duration.ofMinutes(1);
    return Health.UNKNOWN.withRest(
        new Rest(since, since.plus(minute), minute, 3, FailureKind.OVERLOADED));
  }

  /** Each with a store of its own, as processes have. */
  @Test
  void ofManyAtOnceOnlyAFewRunIntoTheWall() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Runnable wall =
        () -> {
          calls.incrementAndGet();
          Sleeper.SYSTEM.sleep(Duration.ofMillis(20), new Cancellation());
        };
    Callable<String> walk =
        () -> {
          try (Store own = new Store(file, why -> {})) {
            Cooldown among = new Cooldown(new ModelHealth(own), clock, ZoneOffset.UTC);
            ChainRun run = new ChainRun().cooldown(among, clock).pausing(Sleeper.SYSTEM);
            run.scriptOf(A).then(wall, DOWN);
            return story(run.model("a").model("b", answered("hi")).run());
          }
        };
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> story : eight.invokeAll(Collections.nCopies(64, walk))) {
        assertTrue(story.get().endsWith("b answered\n= answered"), story.get());
      }
    } finally {
      eight.shutdownNow();
    }
    assertEquals(3, calls.get());
  }

  @Test
  void withoutAStoreTheWorkGoesOn() throws Exception {
    Files.writeString(file, "no database");
    List.of(1, 2, 3).forEach(i -> aThenB(DOWN));
    assertEquals("a failed overloaded\nb answered\n= answered", aThenB(DOWN));
  }
}
