package dev.medley.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Objective;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hard limits first, then the objective; and what would have to change. */
class SelectorTest {
  private static final Target SMALL = Samples.priced("small", "0.10", "0.40");
  private static final Target MEDIUM = Samples.priced("medium", "0.60", "2.40");
  private static final Target LARGE = Samples.priced("large", "3", "15");
  private final Routes routes =
      new Routes().model(SMALL, MEDIUM, LARGE).task("any", "large", "unpriced", "small", "medium");

  @Test
  void withoutAnObjectiveTheOrderGivenDecides() {
    Selection selection = routes.decide(Prompt.of("hi"), Routes.task("any")).selection();
    assertEquals("lab/large", selection.winner().orElseThrow().name());
    assertEquals("lab/unpriced if it stood before large in the list", told(selection.runnerUp()));
  }

  @Test
  void theCheapestForThisPrompt() {
    assertEquals(
        "lab/small because cheapest of 4; next lab/medium"
            + " if its estimate were below $0.0002005 (now $0.001203)",
        chosen(Objective.CHEAP));
  }

  @Test
  void theLargest() {
    assertEquals(
        "lab/large because best of 4: large; next lab/medium"
            + " if its tier were above large (now medium)",
        chosen(Objective.BEST));
  }

  @Test
  void theFastestAsObserved() {
    routes.observed("small", 5, 200, 900).observed("medium", 12, 100, 700);
    assertEquals(
        "lab/medium because fastest of 4: p50 0.70 s; next lab/small"
            + " if its p50 were below 0.70 s (now 0.90 s), or with --prefer cheap",
        chosen(Objective.FAST));
  }

  @Test
  void fewerThanFiveAnswersAreNotTrusted() {
    routes.observed("small", 4, 10, 20).observed("medium", 5, 100, 700);
    assertEquals("lab/medium because fastest of 4: p50 0.70 s", before(chosen(Objective.FAST)));
  }

  @Test
  void nothingMeasuredKeepsTheOrderGiven() {
    routes.observed("small", 4, 10, 20);
    assertEquals(
        "lab/large because no time measured often enough: order given",
        before(chosen(Objective.FAST)));
  }

  @Test
  void balancedIsTheLowestSumOfPlaces() {
    routes.observed("small", 9, 300, 900).observed("medium", 9, 100, 300);
    routes.observed("large", 9, 200, 2000);
    assertEquals(
        "lab/medium because balanced: places 2 + 1 + 2 = 5", before(chosen(Objective.BALANCED)));
  }

  @Test
  void equalOnesKeepTheOrderGiven() {
    routes.model(Samples.priced("twin", "0.10", "0.40")).task("two", "twin", "small");
    Selection selection =
        routes.decide(Prompt.of("hi"), Routes.prefer("two", Objective.CHEAP)).selection();
    assertEquals("lab/twin", selection.winner().orElseThrow().name());
    assertEquals(
        "lab/small if it stood first in the list: they are equal", told(selection.runnerUp()));
  }

  @Test
  void whoRestsIsLeftAlone() {
    routes.resting("small");
    assertEquals("lab/medium because cheapest of 3", before(chosen(Objective.CHEAP)));
  }

  @Test
  void ifAllRestTheOneDueFirstIsTakenAllTheSame() {
    routes.task("two", "small", "medium").resting("small", 9).resting("medium", 5);
    Selection selection =
        routes.decide(Prompt.of("hi"), Routes.prefer("two", Objective.CHEAP)).selection();
    assertEquals("lab/medium", selection.winner().orElseThrow().name());
    assertEquals(
        "[nobody else: resting until 12:05:00, lab/small: resting until 12:09:00]",
        selection.reasons().toString());
  }

  @Test
  void whoRestsComesBeforeWhoHasNoKey() {
    routes.model(Samples.locked("locked")).task("two", "locked", "small").resting("small");
    assertEquals(
        "small", routes.decide(Prompt.of("hi"), Routes.task("two")).model().orElseThrow().name());
  }

  @Test
  void whoHasNoKeyIsOut() {
    routes.model(Samples.locked("locked")).task("two", "locked", "small");
    Selection selection = routes.decide(Prompt.of("hi"), Routes.task("two")).selection();
    assertEquals("lab/small", selection.winner().orElseThrow().name());
    assertEquals("[lab/locked: LAB_API_KEY is not set]", selection.reasons().toString());
    assertEquals("lab/locked but for this: LAB_API_KEY is not set", told(selection.runnerUp()));
  }

  @Test
  void nobodyIsAskedAboveTheCost() {
    routes.task("bounded", Objective.BEST, cost("0.0015"), "large", "medium", "unpriced", "small");
    Selection selection = routes.decide(Prompt.of("hi"), Routes.task("bounded")).selection();
    assertEquals("lab/medium", selection.winner().orElseThrow().name());
    assertEquals(
        Optional.of("est. $0.007515, the most is $0.0015"),
        selection.candidates().get(0).dropped().map(Drop::why));
    assertEquals(
        Optional.of("its price unknown, the most is $0.0015"),
        selection.candidates().get(2).dropped().map(Drop::why));
  }

  @Test
  void theStricterOfTwoBoundsHolds() {
    routes.task("bounded", Objective.BEST, cost("0.0015"), "large", "medium", "small");
    Wish wish =
        new Wish(
            Optional.of("bounded"), List.of(), Optional.empty(), cost("0.0005"), Optional.empty());
    assertEquals("small", routes.decide(Prompt.of("hi"), wish).model().orElseThrow().name());
    assertEquals(
        Optional.of(FailureKind.BUDGET),
        new Routes()
            .model(LARGE)
            .task("bounded", Objective.BEST, cost("0.0005"), "large")
            .decide(Prompt.of("hi"), Routes.task("bounded"))
            .selection()
            .failure()
            .map(failure -> failure.kind()));
  }

  @Test
  void nobodyIsAskedWhoIsKnownToBeSlower() {
    Bounds bounds = new Bounds(Optional.empty(), Optional.of(Duration.ofSeconds(1)));
    routes.task("quick", Objective.BEST, bounds, "large", "medium", "small");
    routes.observed("large", 50, 400, 1001).observed("medium", 4, 400, 9000);
    Selection selection = routes.decide(Prompt.of("hi"), Routes.task("quick")).selection();
    assertEquals("lab/medium", selection.winner().orElseThrow().name());
    assertEquals(
        Optional.of("p50 1001 ms of 50 answers, the most is 1000 ms"),
        selection.candidates().get(0).dropped().map(Drop::why));
  }

  private static Bounds cost(String usd) {
    return new Bounds(Optional.of(new BigDecimal(usd)), Optional.empty());
  }

  private String chosen(Objective objective) {
    Selection selection =
        routes.decide(Prompt.of("hi"), Routes.prefer("any", objective)).selection();
    return selection.winner().orElseThrow().name()
        + " because "
        + String.join("; ", selection.reasons())
        + "; next "
        + told(selection.runnerUp());
  }

  private static String before(String told) {
    return told.substring(0, told.indexOf("; next"));
  }

  private static String told(Optional<RunnerUp> next) {
    return next.map(one -> one.model() + " " + one.change()).orElse("nobody");
  }
}
