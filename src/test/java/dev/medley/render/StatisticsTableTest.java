package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.compare.Results;
import dev.medley.compare.statistics.ModelFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTableTest {
  private static String shown(ModelFigures figures) {
    return String.join(
        "\n", StatisticsTable.lines(figures.rows(), new SplittableRandom(1), Style.PLAIN, 80));
  }

  private static ModelFigures figures(String... models) {
    List<ModelRef> refs = new ArrayList<>();
    for (String model : models) {
      refs.add(Results.model(model));
    }
    return new ModelFigures(refs);
  }

  private static void answers(ModelFigures figures, String model, int n, long from) {
    for (int i = 0; i < n; i++) {
      figures.add(Results.of("x").run(i + 1).answers(model, "yes", from + 10 * i));
    }
  }

  @Test
  void whoIsFasterAndHowSurely() {
    ModelFigures figures = figures("swift", "steady", "sage");
    answers(figures, "sage", 8, 900);
    answers(figures, "swift", 8, 100);
    answers(figures, "steady", 7, 905);
    figures.add(Results.of("x").run(8).fails("steady", FailureKind.OVERLOADED));
    assertEquals(
        """
        model       answered (95 %)     p50     p95  mean (95 % interval)
        lab/swift   8/8 (68–100 %)   0.14 s  0.17 s    0.14 s (0.12–0.15)
        lab/steady  7/8 (53–98 %)    0.94 s  0.96 s    0.94 s (0.92–0.95)
        lab/sage    8/8 (68–100 %)   0.94 s  0.97 s    0.94 s (0.92–0.95)
        lab/swift is faster than lab/steady and lab/sage (p < 0.001, Mann–Whitney with Holm's correction for 3 pairs, n ≥ 7)
        no difference in speed shown between lab/steady and lab/sage (p = 1.000, n ≥ 7)""",
        shown(figures));
  }

  @Test
  void noClaimUnderFive() {
    ModelFigures figures = figures("swift", "sage");
    answers(figures, "swift", 4, 100);
    answers(figures, "sage", 4, 900);
    assertEquals(
        """
        model      answered (95 %)     p50     p95  mean (95 % interval)
        lab/swift  4/4 (51–100 %)   0.12 s  0.13 s                0.12 s
        lab/sage   4/4 (51–100 %)   0.92 s  0.93 s                0.92 s
        no claim about speed: fewer than 5 answers""",
        shown(figures));
  }

  @Test
  void onlyThoseWithTooFewAreNamed() {
    ModelFigures figures = figures("a", "b", "c", "d");
    answers(figures, "a", 6, 100);
    answers(figures, "b", 6, 900);
    answers(figures, "c", 1, 900);
    List<String> lines = List.of(shown(figures).split("\n"));
    assertEquals(
        List.of(
            "lab/a is faster than lab/b (p = 0.002, Mann–Whitney, n = 6)",
            "no claim about speed for lab/c and lab/d: fewer than 5 answers"),
        lines.subList(5, lines.size()));
    assertEquals("lab/d  0/0                   –       –                     –", lines.get(4));
  }
}
