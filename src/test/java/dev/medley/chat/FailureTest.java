package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final Failure BUSY =
      Failure.of(FailureKind.RATE_LIMIT, "slow down")
          .withStatus(429)
          .withHint("wait")
          .withRetryAfter(Optional.of(Duration.ofSeconds(2)))
          .withDetail("{}");

  @Test
  void everyPartCanBeSet() {
    assertEquals(
        new Failure(
            FailureKind.RATE_LIMIT,
            Optional.empty(),
            OptionalInt.of(429),
            "too fast",
            "wait",
            Optional.of(Duration.ofSeconds(2)),
            "{}"),
        BUSY.withMessage("too fast"));
  }

  @Test
  void aTruncationKeepsItsCauseAndGivesItBack() {
    Failure cut = BUSY.asTruncation();
    assertEquals(FailureKind.TRUNCATED, cut.kind());
    assertEquals(Optional.of(FailureKind.RATE_LIMIT), cut.cause());
    assertEquals(BUSY, cut.asIfNothingCame());
    assertEquals(BUSY, BUSY.asIfNothingCame());
    assertEquals(false, cut.retryable());
  }

  @Test
  void wordsForMachinesAndForPeople() {
    assertEquals("timeout_first_token", FailureKind.TIMEOUT_FIRST_TOKEN.wireName());
    assertEquals("timeout first token", FailureKind.TIMEOUT_FIRST_TOKEN.words());
  }
}
