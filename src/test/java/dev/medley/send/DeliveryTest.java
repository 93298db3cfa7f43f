package dev.medley.send;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.target;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Target FIRST = target("first");
  private static final Target SECOND = target("second");

  @Test
  void sumsWhatWasBilled() {
    Delivery delivery =
        delivery(
            tried(FIRST, cut(FailureKind.NETWORK, "Ra"), dollars("0.25")),
            tried(SECOND, answered("ok"), dollars("0.50")));
    assertEquals(dollars("0.75"), delivery.cost());
  }

  @Test
  void aFailureThatCostNothingDoesNotMakeTheSumUncertain() {
    Delivery delivery =
        delivery(
            tried(FIRST, failed(FailureKind.AUTH), Cost.UNKNOWN),
            tried(SECOND, answered("ok"), dollars("0.50")));
    assertEquals(dollars("0.50"), delivery.cost());
    assertEquals(Samples.USAGE, delivery.usage());
  }

  @Test
  void anUnknownPartMakesTheSumALowerBound() {
    Delivery delivery =
        delivery(
            tried(FIRST, cut(FailureKind.NETWORK, "Ra"), Cost.UNKNOWN),
            tried(SECOND, answered("ok"), dollars("0.50")));
    assertEquals(
        new Cost(Optional.of(new BigDecimal("0.50")), Cost.Source.COMPUTED, Optional.empty(), true),
        delivery.cost());
  }

  @Test
  void unknownIsNotZero() {
    Delivery delivery = delivery(tried(FIRST, failed(FailureKind.NETWORK), Cost.UNKNOWN));
    assertEquals(Cost.UNKNOWN, delivery.cost());
    assertEquals(Usage.UNKNOWN, delivery.usage());
  }

  @Test
  void theModelIsTheLastOneAsked() {
    Failure why = Failure.of(FailureKind.BUDGET, "too expensive");
    Attempt skipped = Attempt.skipped(SECOND, why, Samples.NOON);
    assertEquals(
        SECOND,
        delivery(
                tried(FIRST, failed(FailureKind.AUTH), Cost.UNKNOWN),
                tried(SECOND, answered("ok"), Cost.UNKNOWN))
            .model());
    assertEquals(
        FIRST, delivery(tried(FIRST, failed(FailureKind.AUTH), Cost.UNKNOWN), skipped).model());
    assertEquals(FIRST, delivery(skipped).model());
  }

  @Test
  void theDelayIsAllThatWentBeforeTheLastTry() {
    Wait wait = new Wait(Duration.ofMillis(500), "network");
    Delivery delivery =
        delivery(
            tried(FIRST, failed(FailureKind.NETWORK), Cost.UNKNOWN),
            new Attempt(FIRST, wait, failed(FailureKind.NETWORK), Cost.UNKNOWN, false),
            tried(SECOND, answered("ok"), Cost.UNKNOWN));
    assertEquals(Duration.ofMillis(200 + 500 + 200), delivery.delay());
  }

  @Test
  void resultsInOneWord() {
    Failure why = Failure.of(FailureKind.BUDGET, "too expensive");
    assertEquals(
        List.of("answered", "failed", "truncated", "cancelled", "skipped"),
        List.of(
                tried(FIRST, answered("ok"), Cost.UNKNOWN),
                tried(FIRST, failed(FailureKind.TLS), Cost.UNKNOWN),
                tried(FIRST, cut(FailureKind.TIMEOUT_IDLE, "o"), Cost.UNKNOWN),
                tried(FIRST, failed(FailureKind.INTERRUPTED), Cost.UNKNOWN),
                Attempt.skipped(FIRST, why, Samples.NOON))
            .stream()
            .map(attempt -> attempt.result().wireName())
            .toList());
  }

  private static Cost dollars(String usd) {
    return new Cost(
        Optional.of(new BigDecimal(usd)), Cost.Source.COMPUTED, Optional.empty(), false);
  }

  private static Attempt tried(Target target, Outcome outcome, Cost cost) {
    return new Attempt(target, Wait.NONE, outcome, cost, false);
  }

  private static Delivery delivery(Attempt... attempts) {
    Outcome last = attempts[attempts.length - 1].outcome();
    return new Delivery(FIRST, Arrays.asList(attempts), last);
  }
}
