package dev.medley.compare.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.SteppingClock;
import dev.medley.catalog.Cost;
import dev.medley.chat.FailureKind;
import dev.medley.compare.Results;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private static final Cost ONE_RESULT =
      new Cost(Optional.of(new BigDecimal("0.001")), Cost.Source.COMPUTED, Optional.empty(), false);

  @Test
  void countsMediansAndSumsOfEachModel() {
    Totals totals = new Totals(List.of(Results.model("a"), Results.model("b")));
    totals.add(Results.of("1").answers("b", "x", 100));
    totals.add(Results.of("2").answers("b", "x", 400));
    totals.add(Results.of("3").answers("b", "x", 200));
    totals.add(Results.of("4").answers("b", "x", 300));
    totals.add(Results.of("1").checked("a", "Paris", true));
    totals.add(Results.of("2").checked("a", "Rome", false));
    totals.add(Results.of("3").fails("a", FailureKind.RATE_LIMIT));
    ModelTotals a = totals.models().get(0);
    ModelTotals b = totals.models().get(1);
    assertEquals(new ModelTotals.Counts(3, 2, 2, 1), a.counts());
    assertEquals(Optional.of(0.5), a.counts().passRate());
    assertEquals(Optional.empty(), b.counts().passRate());
    assertEquals(Optional.of(Duration.ofMillis(250)), b.total());
    assertEquals(Optional.of(Duration.ofMillis(125)), b.firstToken());
    assertEquals(4 * 212L, b.usage().outputTokens().orElseThrow());
    assertEquals(new BigDecimal("0.002"), a.cost().usd().orElseThrow());
    assertEquals(false, a.cost().atLeast());
    assertEquals(new ModelTotals.Counts(7, 6, 2, 1), totals.counts());
    assertEquals(Map.of("rate limit", 1), totals.failures());
    assertEquals(Map.of("contains: Paris", 1), totals.failedChecks());
  }

  @Test
  void nothingIsUnknownAndNotZero() {
    ModelTotals none = new Totals(List.of(Results.model("a"))).models().get(0);
    assertEquals(Optional.empty(), none.total());
    assertEquals(Cost.UNKNOWN, none.cost());
    assertEquals(Optional.empty(), none.counts().passRate());
  }

  @Test
  void theRestIsEstimatedFromThePaceOfThisRun() {
    SteppingClock clock = new SteppingClock();
    ProgressMeter meter = new ProgressMeter(clock, 10, 2);
    assertEquals(Optional.empty(), meter.now().left());
    meter.add(Results.of("1").answers("a", "x", 100));
    meter.add(Results.of("2").answers("a", "x", 100));
    assertEquals(Optional.empty(), meter.now().spent());
    clock.advance(Duration.ofSeconds(4));
    meter.add(Results.of("3").answers("a", "x", 100));
    meter.add(Results.of("4").fails("a", FailureKind.NETWORK));
    assertEquals(
        new Progress(
            10,
            4,
            1,
            Optional.of(ONE_RESULT),
            Duration.ofSeconds(4),
            Optional.of(Duration.ofSeconds(12))),
        meter.now());
  }
}
