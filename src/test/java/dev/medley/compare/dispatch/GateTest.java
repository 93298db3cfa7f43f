package dev.medley.compare.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.config.Throttle;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final long SECOND = 1_000_000_000L;

  /** Where {@code System.nanoTime} may well be: just before it overflows. */
  private static final long NOW = Long.MAX_VALUE - 3 * SECOND;

  private static Gate gate(int most) {
    return new Gate(most, Throttle.NONE);
  }

  private static Gate inFlight(int most, int requests) {
    Gate gate = gate(most);
    for (int i = 0; i < requests; i++) {
      gate.start(NOW);
    }
    return gate;
  }

  @Test
  void asManyAsTheLimitMayBeInFlight() {
    Gate gate = inFlight(2, 1);
    assertEquals(0, gate.waitFrom(NOW));
    gate.start(NOW);
    assertEquals(Long.MAX_VALUE, gate.waitFrom(NOW));
    gate.leave();
    assertEquals(0, gate.waitFrom(NOW));
  }

  @Test
  void theProvidersOwnLimitCountsWhenItIsLower() {
    Throttle two = new Throttle(OptionalLong.of(2), OptionalLong.empty());
    assertEquals(2, new Gate(64, two).limit());
    assertEquals(1, new Gate(1, two).limit());
  }

  @Test
  void requestsOfAMinuteAreSpacedEvenly() {
    Gate gate = new Gate(8, new Throttle(OptionalLong.empty(), OptionalLong.of(120)));
    gate.start(NOW);
    assertEquals(SECOND / 2, gate.waitFrom(NOW));
    assertEquals(0, gate.waitFrom(NOW + SECOND / 2));
    gate.start(NOW + 5 * SECOND);
    assertEquals(SECOND / 2, gate.waitFrom(NOW + 5 * SECOND));
  }

  @Test
  void aRefusalHalvesOnceForAllThatWereUnderWay() {
    Gate gate = inFlight(16, 16);
    for (int i = 0; i < 8; i++) {
      gate.refused(NOW, NOW + SECOND, Duration.ZERO);
    }
    assertEquals(8, gate.limit());
    gate.refused(NOW + SECOND, NOW + 2 * SECOND, Duration.ZERO);
    assertEquals(4, gate.limit());
  }

  @Test
  void halfIsOfWhatIsReallyInFlightAndAtLeastOne() {
    Gate gate = inFlight(64, 3);
    gate.refused(NOW, NOW, Duration.ZERO);
    assertEquals(1, gate.limit());
    gate.refused(NOW + 1, NOW + 1, Duration.ZERO);
    assertEquals(1, gate.limit());
  }

  @Test
  void itRestsAsLongAsIsAskedAndTheLongestWishCounts() {
    Gate gate = inFlight(8, 2);
    gate.refused(NOW, NOW, Duration.ofSeconds(7));
    gate.refused(NOW, NOW, Duration.ofSeconds(1));
    gate.leave();
    gate.leave();
    assertEquals(7 * SECOND, gate.waitFrom(NOW));
    assertEquals(0, gate.waitFrom(NOW + 7 * SECOND));
  }

  @Test
  void answersGiveBackOneForEachRound() {
    Gate gate = inFlight(16, 16);
    gate.refused(NOW, NOW, Duration.ZERO);
    int answers = 0;
    while (gate.limit() < 9) {
      gate.answered();
      answers++;
    }
    assertTrue(answers >= 8 && answers <= 9, answers + " answers");
    for (int i = 0; i < 10_000; i++) {
      gate.answered();
    }
    assertEquals(16, gate.limit());
  }

  @Test
  void thoseThatHaveWaitedGoFirst() {
    Gate gate = gate(4);
    gate.comesBack(1);
    assertFalse(gate.free(NOW));
    gate.comesBack(-1);
    assertTrue(gate.free(NOW));
  }

  @Test
  void noMoreWaitThanMayBeInFlight() {
    Gate gate = gate(2);
    gate.waits(1);
    assertTrue(gate.free(NOW));
    gate.waits(1);
    assertFalse(gate.free(NOW));
    gate.waits(-1);
    assertTrue(gate.free(NOW));
  }

  @Test
  void whateverHappensItStaysBetweenOneAndItsLimit() {
    Random random = new Random(3);
    Gate gate = gate(32);
    long now = NOW;
    int inFlight = 0;
    for (int i = 0; i < 100_000; i++) {
      now += random.nextInt(1000);
      switch (random.nextInt(4)) {
        case 0 -> gate.refused(now - random.nextInt(5000), now, Duration.ofNanos(500));
        case 1 -> gate.answered();
        case 2 -> {
          if (gate.waitFrom(now) == 0) {
            gate.start(now);
            inFlight++;
          }
        }
        default -> {
          if (inFlight > 0) {
            gate.leave();
            inFlight--;
          }
        }
      }
      assertTrue(gate.limit() >= 1 && gate.limit() <= 32, "limit " + gate.limit());
    }
  }
}
