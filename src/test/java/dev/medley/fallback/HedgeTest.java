package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.priced;
import static dev.medley.Samples.target;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.catalog.Cost;
import dev.medley.chat.FailureKind;
import dev.medley.send.Alarm;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The next model beside one that is silent. */
@Timeout(30)
class HedgeTest {
  /** Whoever listens for silence hears it at once. */
  private static final Alarm IMPATIENT =
      (length, action) -> {
        action.run();
        return () -> {};
      };

  private static final String FIRST_CALLED_OFF =
      """
      a cancelled interrupted
      b answered
      = answered""";

  private final List<Runnable> bells = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private final ChainRun chain = new ChainRun();

  private Alarm byHand() {
    return (length, action) -> {
      delays.add(length);
      bells.add(action);
      return () -> {};
    };
  }

  @Test
  void theFirstWithTextWinsAndTheOtherIsCalledOff() {
    chain.hedged(IMPATIENT).model(target("a"), new SilentModel(l -> {})).model("b");
    chain.scriptOf(target("b")).then(answered("hi"), "h", "i");
    assertEquals(FIRST_CALLED_OFF, story(chain.run()));
    assertEquals("hi", chain.said.toString());
    assertEquals(2, chain.heard.size());
  }

  @Test
  void bothCostsAreCounted() {
    chain
        .hedged(IMPATIENT)
        .model(priced("a", "1000", "1000"), new SilentModel(l -> {}))
        .model(priced("b", "1", "1"), answered("hi"));
    Delivery delivery = chain.run();
    Cost lost = delivery.attempts().get(0).cost();
    assertEquals("0.009", lost.usd().orElseThrow().stripTrailingZeros().toPlainString());
    assertEquals(Cost.Source.ESTIMATED, lost.source());
    Cost sum = delivery.cost();
    assertEquals("0.00923", sum.usd().orElseThrow().stripTrailingZeros().toPlainString());
    assertTrue(sum.atLeast());
    assertEquals("b", delivery.model().name());
  }

  @Test
  void whoSpeaksInTimeStaysAlone() {
    chain.hedged(byHand()).model("a").model("b");
    chain.scriptOf(target("a")).then(answered("hi"), "hi");
    assertEquals("a answered\n= answered", story(chain.run()));
    assertEquals(List.of(Duration.ofSeconds(4)), delays);
    assertEquals(0, chain.calls("b"));
  }

  @Test
  void thinkingAloudInTimeIsEnough() {
    chain
        .hedged(byHand())
        .model(
            target("a"),
            new SilentModel(
                listener -> {
                  listener.onReasoning("hm");
                  bells.get(0).run();
                  chain.cancellation.cancel();
                }))
        .model("b");
    assertEquals("a cancelled interrupted\n= interrupted: no luck", story(chain.run()));
    assertEquals("(hm)", chain.said.toString());
    assertEquals(0, chain.calls("b"));
  }

  @Test
  void whoFailsBeforeTheDelayMakesRoomAsEver() {
    chain
        .hedged(byHand())
        .model("a", failed(FailureKind.OVERLOADED))
        .model("b", failed(FailureKind.NETWORK), answered("hi"));
    assertEquals(
        """
        a failed overloaded
        b failed network
        b answered after 250 ms for network
        = answered""",
        story(chain.run()));
  }

  @Test
  void aBellThatRangForAnEarlierSilenceIsNotHeardAgain() {
    CountDownLatch aloneAgain = new CountDownLatch(2);
    Alarm bell =
        (length, action) -> {
          bells.add(action);
          aloneAgain.countDown();
          return () -> {};
        };
    chain.hedged(bell).model("a").model("b", failed(FailureKind.NETWORK)).model("c");
    chain
        .scriptOf(target("a"))
        .then(
            () -> {
              bells.get(0).run();
              SilentModel.await(aloneAgain);
              bells.get(0).run();
            },
            answered("hi"),
            "hi");
    assertEquals("b failed network\na answered\n= answered", story(chain.run()));
    assertEquals(0, chain.calls("c"));
  }

  @Test
  void whoFailsBesideAnotherLeavesItToTheOther() {
    CountDownLatch bothAtWork = new CountDownLatch(1);
    chain.hedged(IMPATIENT).model("a").model("b");
    chain
        .scriptOf(target("a"))
        .then(() -> SilentModel.await(bothAtWork), failed(FailureKind.BAD_REQUEST));
    chain.scriptOf(target("b")).then(bothAtWork::countDown, answered("hi"));
    assertEquals("answered", story(chain.run()).lines().toList().get(2).substring(2));
  }

  @Test
  void thoughtsOfTheLoserAreNotHeard() {
    CountDownLatch bothAtWork = new CountDownLatch(1);
    CountDownLatch thought = new CountDownLatch(1);
    chain
        .hedged(IMPATIENT)
        .model(
            target("a"),
            new SilentModel(
                listener -> {
                  SilentModel.await(bothAtWork);
                  listener.onReasoning("hm");
                  thought.countDown();
                }))
        .model("b");
    chain
        .scriptOf(target("b"))
        .then(
            () -> {
              bothAtWork.countDown();
              SilentModel.await(thought);
            },
            answered("hi"),
            "hi");
    assertEquals(FIRST_CALLED_OFF, story(chain.run()));
    assertEquals("hi", chain.said.toString());
  }

  @Test
  void theWordsOfTwoNeverMix() {
    for (int i = 0; i < 200; i++) {
      ChainRun both = new ChainRun().hedged(IMPATIENT).model("a").model("b");
      CountDownLatch start = new CountDownLatch(1);
      both.scriptOf(target("a"))
          .then(() -> SilentModel.await(start), answered("aaa"), "a", "a", "a");
      both.scriptOf(target("b")).then(start::countDown, answered("bbb"), "b", "b", "b");
      Delivery delivery = both.run();
      String winner = delivery.outcome().reply().text();
      assertEquals(winner, both.said.toString());
      assertEquals(winner.substring(1), delivery.model().name() + delivery.model().name());
      long answers =
          delivery.attempts().stream()
              .filter(attempt -> attempt.result() == Attempt.Result.ANSWERED)
              .count();
      assertEquals(1, answers);
    }
  }

  @Test
  void whatTheListenerThrowsIsThrown() {
    chain
        .hedged(byHand())
        .model(
            target("a"),
            new SilentModel(
                listener -> {
                  throw new IllegalStateException("closed pipe");
                }))
        .model("b");
    assertEquals("closed pipe", assertThrows(IllegalStateException.class, chain::run).getMessage());
  }

  @Test
  void whenBothFailNobodyIsAskedTwice() {
    chain
        .hedged(IMPATIENT)
        .model("a", failed(FailureKind.AUTH))
        .model("b", failed(FailureKind.AUTH))
        .model("c", failed(FailureKind.AUTH));
    assertEquals(FailureKind.ALL_FAILED, chain.run().failure().orElseThrow().kind());
    assertEquals(List.of(1, 1, 1), List.of(chain.calls("a"), chain.calls("b"), chain.calls("c")));
  }
}
