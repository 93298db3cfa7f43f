package dev.medley.send;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.busy;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.priced;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.NoSleep;
import dev.medley.ScriptedModel;
import dev.medley.catalog.Cost;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SenderTest {
  private static final Prompt PROMPT = Prompt.of("Why is the sky blue?");
  private static final RetryPolicy TWICE = new RetryPolicy(2, RetryPolicy.LONGEST_WAIT, false);
  private static final RetryPolicy TWICE_HELD = new RetryPolicy(2, RetryPolicy.LONGEST_WAIT, true);
  private static final Set<FailureKind> RETRIED =
      EnumSet.of(
          FailureKind.RATE_LIMIT,
          FailureKind.OVERLOADED,
          FailureKind.SERVER_ERROR,
          FailureKind.NETWORK,
          FailureKind.TIMEOUT_CONNECT,
          FailureKind.TIMEOUT_FIRST_TOKEN,
          FailureKind.TIMEOUT_IDLE);

  private final Target target = priced("fast", "0.15", "0.60");
  private final ScriptedModel model = new ScriptedModel();
  private final NoSleep sleep = new NoSleep();
  private final Cancellation cancellation = new Cancellation();
  private final List<String> heard = new ArrayList<>();

  @Test
  void anAnswerIsPassedOnAndPriced() {
    model.then(answered("Rayleigh"), "Ray", "leigh");
    Delivery delivery = send(TWICE);
    Cost cost =
        new Cost(
            Optional.of(new BigDecimal("0.00012990")),
            Cost.Source.COMPUTED,
            target.info().price().orElseThrow().asOf(),
            false);
    Attempt only = new Attempt(target, Wait.NONE, answered("Rayleigh"), cost, false);
    assertEquals(new Delivery(target, List.of(only), answered("Rayleigh")), delivery);
    assertEquals(
        List.of(PROMPT.withIdempotencyKey("medley-80000000000008000000000000")), model.prompts());
    assertEquals(List.of("text Ray", "text leigh", "attempt answered"), heard);
  }

  @Test
  void retriesAreRecordedWithTheirWaits() {
    model.then(busy(Duration.ofSeconds(7))).then(failed(FailureKind.NETWORK)).then(answered("ok"));
    Delivery delivery = send(TWICE);
    assertEquals(
        """
        failed after 0 ms
        failed after 7000 ms for rate_limit
        answered after 500 ms for network""",
        attempts(delivery));
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofMillis(500)), sleep.waits());
    assertEquals(
        List.of(
            "attempt failed",
            "retry rate_limit in 7000 ms",
            "attempt failed",
            "retry network in 500 ms",
            "attempt answered"),
        heard);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void onlyWhatMayPassIsTriedAgain(FailureKind kind) {
    model.then(failed(kind)).then(failed(kind)).then(failed(kind));
    Delivery delivery = send(TWICE);
    assertEquals(RETRIED.contains(kind) ? 3 : 1, model.calls());
    assertEquals(Optional.of(failed(kind).failure()), delivery.failure());
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_ERROR, 500, 3",
    "SERVER_ERROR, 501, 1",
    "SERVER_ERROR, 505, 1",
    "SERVER_ERROR, 599, 3",
    "SERVER_ERROR, 408, 3",
    "BAD_REQUEST, 400, 1",
    "BAD_REQUEST, 409, 3",
    "BAD_REQUEST, 425, 3",
    "QUOTA, 429, 1",
    "RATE_LIMIT, 498, 3",
  })
  void theStatusCounts(FailureKind kind, int status, int calls) {
    Outcome outcome = failed(Failure.of(kind, "no").withStatus(status));
    model.then(outcome).then(outcome).then(outcome);
    send(TWICE);
    assertEquals(calls, model.calls());
  }

  @Test
  void whatHasBeenShownIsNotAskedForAgain() {
    model.then(cut(FailureKind.NETWORK, "Ray"), "Ray");
    Delivery delivery = send(TWICE);
    assertEquals(Optional.of(cut(FailureKind.NETWORK, "Ray").failure()), delivery.failure());
    assertEquals("Ray", delivery.outcome().reply().text());
    assertEquals(1, model.calls());
  }

  @Test
  void whatIsHeldBackIs() {
    model.then(cut(FailureKind.NETWORK, "Ray")).then(answered("Rayleigh"));
    Delivery delivery = send(TWICE_HELD);
    assertEquals(
        """
        truncated after 0 ms
        answered after 250 ms for network""",
        attempts(delivery));
    assertEquals(true, delivery.cost().atLeast(), "the cut answer may have been billed");
  }

  @Test
  void whatIsHeldBackIsNotAskedForAgainWhenThatCannotHelp() {
    model.then(cut(FailureKind.POLICY, "Ray"));
    send(TWICE_HELD);
    assertEquals(1, model.calls());
  }

  @ParameterizedTest
  @CsvSource({
    "61, 1 min 1 s",
    "90, 1 min 30 s",
    "3600, 1 h 0 min",
    "86399, 23 h 59 min",
  })
  void aWaitThatIsTooLongEndsItAtOnceAndIsSaid(long seconds, String words) {
    model.then(busy(Duration.ofSeconds(seconds)));
    Delivery delivery = send(TWICE);
    assertEquals(
        "slow down (the server asks to wait " + words + ")",
        delivery.failure().orElseThrow().message());
    assertEquals(delivery.outcome(), delivery.attempts().get(0).outcome());
    assertEquals(FailureKind.RATE_LIMIT, delivery.failure().orElseThrow().kind());
    assertEquals(List.of(), sleep.waits());
  }

  @Test
  void aShortLimitIsSaidWithoutRoundingBelowIt() {
    model.then(busy(Duration.ofMillis(10_200)));
    Delivery delivery = send(new RetryPolicy(2, Duration.ofSeconds(10), false));
    assertEquals(
        "slow down (the server asks to wait 11 s)", delivery.failure().orElseThrow().message());
  }

  @Test
  void anInterruptEndsTheWait() {
    model.then(failed(FailureKind.OVERLOADED));
    Delivery delivery = send(TWICE, new NoSleep(cancellation::cancel));
    assertEquals(FailureKind.INTERRUPTED, delivery.failure().orElseThrow().kind());
    assertEquals("failed after 0 ms", attempts(delivery));
    assertEquals(1, model.calls());
  }

  @Test
  void anInterruptDuringAFailingTryIsAnInterrupt() {
    model.then(cancellation::cancel, failed(FailureKind.OVERLOADED));
    Delivery delivery = send(TWICE);
    assertEquals(FailureKind.INTERRUPTED, delivery.failure().orElseThrow().kind());
    assertEquals(List.of(), sleep.waits());
  }

  @Test
  void anInterruptThatCameTooLateTakesNoAnswerAway() {
    model.then(cancellation::cancel, answered("ok"));
    assertEquals(answered("ok"), send(TWICE).outcome());
  }

  private Delivery send(RetryPolicy policy) {
    return send(policy, sleep);
  }

  private Delivery send(RetryPolicy policy, NoSleep sleeper) {
    return new Sender(t -> model, sleeper, () -> 0.5)
        .send(target, PROMPT, policy, ear(), cancellation);
  }

  private SendListener ear() {
    return new SendListener() {
      @Override
      public void onText(String piece) {
        heard.add("text " + piece);
      }

      @Override
      public void onRetry(Target target, Failure failure, Wait wait) {
        heard.add("retry " + failure.kind().wireName() + " in " + wait.length().toMillis() + " ms");
      }

      @Override
      public void onAttempt(Attempt attempt) {
        heard.add("attempt " + attempt.result().wireName());
      }
    };
  }

  private static String attempts(Delivery delivery) {
    return delivery.attempts().stream()
        .map(
            a ->
                a.result().wireName()
                    + " after "
                    + a.waited().length().toMillis()
                    + " ms"
                    + (a.waited().reason().isEmpty() ? "" : " for " + a.waited().reason()))
        .collect(Collectors.joining("\n"));
  }
}
