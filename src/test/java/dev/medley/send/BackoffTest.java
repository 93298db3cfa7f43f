package dev.medley.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Failure OVERLOADED = Failure.of(FailureKind.OVERLOADED, "busy");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource({
    "0, 0.0, 0",
    "0, 0.5, 250",
    "1, 0.5, 500",
    "2, 0.5, 1000",
    "3, 0.5, 2000",
    "4, 0.5, 4000",
    "5, 0.5, 4000",
    "1000000, 0.5, 4000",
    "4, 0.999, 7992",
  })
  void doublesUpToEightSeconds(int retry, double random, long millis) {
    assertEquals(
        Optional.of(new Wait(Duration.ofMillis(millis), "overloaded")),
        Backoff.before(retry, OVERLOADED, random, MINUTE));
  }

  @Test
  void jitterIsFull() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      int retry = random.nextInt(40);
      Wait wait = Backoff.before(retry, OVERLOADED, random.nextDouble(), MINUTE).orElseThrow();
      long ceiling = retry > 4 ? 8000 : 500L << retry;
      assertTrue(wait.length().toMillis() >= 0 && wait.length().toMillis() < ceiling);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "59999, true", "60000, true", "60001, false"})
  void aServersWaitIsHonouredAsToldUpToTheLimit(long millis, boolean honoured) {
    Duration asked = Duration.ofMillis(millis);
    Failure failure = OVERLOADED.withRetryAfter(Optional.of(asked));
    assertEquals(
        honoured ? Optional.of(new Wait(asked, "overloaded")) : Optional.empty(),
        Backoff.before(0, failure, 0.5, MINUTE));
  }

  @Test
  void theReasonOfACutAnswerIsWhatCutIt() {
    Failure stalled = Failure.of(FailureKind.TIMEOUT_IDLE, "silence").asTruncation();
    assertEquals(
        Optional.of(new Wait(Duration.ofMillis(250), "timeout_idle")),
        Backoff.before(0, stalled, 0.5, MINUTE));
  }
}
