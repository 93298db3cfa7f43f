package dev.medley.compare.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.FailureKind;
import dev.medley.compare.Results;
import dev.medley.compare.difference.ModelDifference.Answers;
import dev.medley.compare.difference.ModelDifference.Change;
import dev.medley.compare.difference.RunDifference.Report;
import dev.medley.compare.matrix.CaseResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunDifferenceTest {
  private final RunDifference difference = new RunDifference();

  private void both(CaseResult before, CaseResult after) {
    difference.before(before);
    difference.after(after);
  }

  @Test
  void whatFlippedAndWhatChanged() {
    both(Results.of("a").checked("m", "Paris", true), Results.of("a").checked("m", "Lyon", false));
    both(Results.of("b").checked("m", "Rome", false), Results.of("b").checked("m", "Paris", true));
    both(Results.of("c").checked("m", "Paris", true), Results.of("c").checked("m", "Paris", true));
    both(Results.of("d").checked("m", "x", true), Results.of("d").fails("m", FailureKind.NETWORK));
    difference.before(Results.of("gone").answers("m", "x", 1));
    difference.after(Results.of("c").run(2).answers("m", "x", 1));
    Report report = difference.report();
    assertEquals(4, report.matched());
    assertEquals(1, report.onlyBefore());
    assertEquals(1, report.onlyAfter());
    assertTrue(report.worse());
    Place a = new Place("a", 1, Results.model("m"));
    Place b = new Place("b", 1, Results.model("m"));
    Place d = new Place("d", 1, Results.model("m"));
    assertEquals(
        List.of(
            new Flip(a, "prompt of a", true, Optional.empty(), List.of("contains: Paris")),
            new Flip(d, "prompt of d", true, Optional.of(FailureKind.NETWORK), List.of()),
            new Flip(b, "prompt of b", false, Optional.empty(), List.of("contains: Paris"))),
        report.flips());
    assertEquals(List.of(a, b), List.copyOf(report.changed()));
    ModelDifference model = report.models().get(0);
    assertEquals(new ModelDifference.Passed(3, 2, 2, 1, OptionalDouble.empty()), model.passed());
    assertEquals(new Answers(1, 2), model.answers());
    assertEquals(Map.of(FailureKind.NETWORK, new Change(0, 1)), model.failures());
    assertEquals(3, model.costs().n());
    assertEquals(Optional.of(new BigDecimal("0.003")), model.costs().after());
  }

  /** Six cases, each 50 ms slower: of 64 signings two are as extreme. */
  @Test
  void slowerInEveryCase() {
    for (int i = 0; i < 6; i++) {
      both(
          Results.of("c" + i).answers("m", "same", 100 + 7 * i),
          Results.of("c" + i).answers("m", "same", 150 + 9 * i));
    }
    ModelDifference.Times times = difference.report().models().get(0).times();
    assertEquals(2.0 / 64, times.p().orElseThrow(), 1e-12);
    assertEquals(0.055, times.difference().orElseThrow(), 1e-9);
    assertFalse(difference.report().worse());
  }

  /** Ten of ten flips to the worse: McNemar's exact p is 2 / 2^10; with two models it doubles. */
  @Test
  void ratesAreTestedByTheirFlipsAndCorrectedForTheModels() {
    for (int i = 0; i < 10; i++) {
      both(
          Results.of("c" + i).checked("m", "x", true),
          Results.of("c" + i).checked("m", "x", false));
      both(
          Results.of("c" + i).checked("n", "x", true), Results.of("c" + i).checked("n", "x", true));
    }
    List<ModelDifference> models = difference.report().models();
    assertEquals(2 * 2.0 / 1024, models.get(0).passed().p().orElseThrow(), 1e-12);
    assertEquals(1, models.get(1).passed().p().orElseThrow());
  }

  @Test
  void ofOneModelEachTheNamesDoNotMatter() {
    both(Results.of("a").answers("old", "x", 1), Results.of("a").answers("new", "x", 1));
    Report report = difference.report();
    assertEquals(1, report.matched());
    assertEquals(Results.model("old"), report.models().get(0).before());
    assertEquals(Results.model("new"), report.models().get(0).after());
  }

  @Test
  void ofSeveralModelsTheyDo() {
    both(Results.of("a").answers("old", "x", 1), Results.of("a").answers("new", "x", 1));
    difference.after(Results.of("a").answers("old", "x", 1));
    assertEquals(1, difference.report().matched());
    assertEquals(Results.model("old"), difference.report().models().get(0).after());
  }
}
