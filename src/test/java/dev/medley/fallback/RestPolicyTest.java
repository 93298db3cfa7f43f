package dev.medley.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.history.Health;
import dev.medley.history.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestPolicyTest {
  private static final Failure OVERLOADED = Failure.of(FailureKind.OVERLOADED, "");

  private Health health = Health.UNKNOWN;

  private static Instant second(long second) {
    return Samples.NOON.plusSeconds(second);
  }

  /** A try that takes no time and fails. */
  private RestPolicyTest fails(long second, Failure failure) {
    return fails(second, second, failure);
  }

  private RestPolicyTest fails(long began, long ended, Failure failure) {
    health = RestPolicy.afterFailure(health, failure, second(began), second(ended));
    return this;
  }

  /** The seconds from the given one until the rest ends; 0: it does not rest. */
  private long rests(long second) {
    return health
        .resting(second(second))
        .map(rest -> Duration.between(second(second), rest.until()).toSeconds())
        .orElse(0L);
  }

  private static Failure busy(long wait) {
    return Failure.of(FailureKind.RATE_LIMIT, "")
        .withRetryAfter(Optional.of(Duration.ofSeconds(wait)));
  }

  @ParameterizedTest(name = "failures at {0}, {1}, {2} s: {3} s of rest")
  @CsvSource({"0, 0, 0, 60", "0, 1, 2, 60", "0, 30, 59, 60", "0, 30, 60, 0", "0, 61, 122, 0"})
  void threeInAMinute(long first, long second, long third, long rest) {
    fails(first, OVERLOADED).fails(second, OVERLOADED);
    assertEquals(0, rests(second));
    assertEquals(rest, fails(third, OVERLOADED).rests(third));
  }

  @Test
  void doublesUpToTenMinutesWithoutASuccess() {
    fails(0, OVERLOADED).fails(0, OVERLOADED);
    long now = 0;
    for (long length : new long[] {60, 120, 240, 480, 600, 600}) {
      assertEquals(length, fails(now, OVERLOADED).rests(now));
      now += length;
      assertEquals(0, rests(now));
      assertTrue(RestPolicy.untried(health, second(now)));
    }
    assertEquals(8, health.rest().map(Rest::failures).orElse(0));
  }

  @Test
  void whatWasUnderWayWhenTheRestBeganTellsNothingNew() {
    fails(0, OVERLOADED).fails(0, OVERLOADED).fails(5, OVERLOADED);
    Health resting = health;
    fails(4, 30, OVERLOADED).fails(0, 400, busy(500)).fails(4, 30, busy(500));
    assertEquals(resting, health);
    assertEquals(120, fails(5, 30, OVERLOADED).rests(30), "tried because all others rest, too");
  }

  @ParameterizedTest(name = "a wait of {0} s: {1} s of rest")
  @CsvSource({"0, 0", "1, 1", "90, 90", "600, 600", "601, 600", "86400, 600"})
  void aWaitThatTheServerTells(long wait, long rest) {
    assertEquals(rest, fails(0, busy(wait)).rests(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH", "QUOTA"})
  void refusedAtOnceForFiveMinutes(FailureKind kind) {
    assertEquals(300, fails(0, Failure.of(kind, "")).rests(0));
  }

  @Test
  void afterARestThatWasToldAFailureRestsItAtOnce() {
    assertEquals(60, fails(0, busy(2)).fails(3, OVERLOADED).rests(3));
    assertEquals(2, fails(64, busy(2)).rests(64));
    assertEquals(120, fails(70, OVERLOADED).rests(70));
  }

  @Test
  void aRestThatIsLongOverIsForgotten() {
    fails(0, OVERLOADED).fails(0, OVERLOADED).fails(0, OVERLOADED);
    assertTrue(RestPolicy.untried(health, second(60 + 3599)));
    assertFalse(RestPolicy.untried(health, second(60 + 3600)));
    assertEquals(0, fails(60 + 3600, OVERLOADED).rests(60 + 3600));
  }

  @Test
  void aClockThatIsPutBackRestsNobodyForLong() {
    fails(9_000, OVERLOADED).fails(9_000, OVERLOADED).fails(9_000, OVERLOADED);
    assertEquals(0, rests(0));
    assertFalse(RestPolicy.untried(health, second(0)));
    assertEquals(0, fails(0, OVERLOADED).rests(0));
    assertEquals(1, health.failures().size());
  }

  @Test
  void whileOneProbesTheOthersWait() {
    fails(0, OVERLOADED).fails(0, OVERLOADED).fails(0, OVERLOADED);
    health = RestPolicy.begun(health, second(60));
    assertEquals(60, rests(60));
    assertFalse(RestPolicy.untried(health, second(61)));
    assertTrue(RestPolicy.untried(health, second(120)), "who probed may have died");
    assertEquals(120, fails(60, 90, OVERLOADED).rests(90));
  }

  /** Somebody asks it, unless so many do already that it waits. */
  private boolean begins(long second) {
    Health before = health;
    health = RestPolicy.begun(before, second(second));
    return !RestPolicy.crowded(before, second(second));
  }

  @Test
  void noMoreFindOutAtOnceThanMayFail() {
    assertTrue(begins(0) && begins(1) && begins(2));
    assertFalse(begins(3));
    fails(0, 4, OVERLOADED);
    assertFalse(begins(4), "one has failed, and two are under way");
    health = RestPolicy.over(health, second(1));
    assertTrue(begins(5));
    fails(2, 6, OVERLOADED).fails(5, 6, OVERLOADED);
    assertEquals(60, rests(6));
    assertEquals(List.of(), health.tries());
  }

  @Test
  void aTryOfWhichNothingIsHeardKeepsNobodyWaitingForLong() {
    assertTrue(begins(0) && begins(0) && begins(0));
    assertFalse(begins(9));
    assertTrue(begins(10));
    assertEquals(List.of(second(10)), health.tries());
  }

  @Test
  void whoHasAnsweredIsAskedByAll() {
    assertTrue(begins(0) && begins(0) && begins(0));
    assertTrue(RestPolicy.news(health, second(1)));
    health = RestPolicy.afterAnswer(second(1));
    Health known = health;
    assertTrue(begins(1) && begins(1) && begins(1) && begins(1));
    assertEquals(known, health, "nothing is written");
    assertFalse(RestPolicy.news(health, second(600)));
    assertTrue(RestPolicy.news(health, second(601)));
    assertTrue(RestPolicy.trusted(health, second(3600)));
    assertFalse(RestPolicy.trusted(health, second(3601)));
    assertFalse(RestPolicy.trusted(health, second(0)), "the clock was put back");
    assertFalse(RestPolicy.trusted(fails(2, OVERLOADED).health, second(2)));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotTheModelsFaultDoesNotCount(FailureKind kind) {
    Set<FailureKind> others =
        Set.of(
            FailureKind.CONTEXT,
            FailureKind.POLICY,
            FailureKind.BAD_REQUEST,
            FailureKind.SCHEMA,
            FailureKind.USAGE,
            FailureKind.CONFIG,
            FailureKind.BUDGET,
            FailureKind.INTERRUPTED,
            FailureKind.INTERNAL,
            FailureKind.ALL_FAILED);
    Failure failure = Failure.of(kind, "");
    boolean counts = !others.contains(kind);
    assertEquals(counts, RestPolicy.counts(failure));
    assertEquals(counts, RestPolicy.counts(failure.asTruncation()), "after text had come");
    assertEquals(!counts, fails(0, failure).health.equals(Health.UNKNOWN));
  }

  /** Whatever happens, nobody rests longer than ten minutes, or without a failure that counts. */
  @Test
  void restsAreBounded() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      health = Health.UNKNOWN;
      long now = 0;
      for (int step = 0; step < 30; step++) {
        now += random.nextInt(200);
        FailureKind kind = FailureKind.values()[random.nextInt(FailureKind.values().length)];
        Failure failure =
            random.nextInt(3) == 0 ? busy(random.nextInt(2_000)) : Failure.of(kind, "");
        Health before = health;
        fails(now - random.nextInt(100), now, failure);
        assertTrue(rests(now) <= 600);
        assertTrue(health.failures().size() < 3);
        assertTrue(RestPolicy.counts(failure) || health.equals(before));
      }
    }
  }
}
