package dev.medley.render;

import dev.medley.chat.ModelRef;
import dev.medley.compare.judge.Duel;
import dev.medley.compare.judge.Judged;
import dev.medley.compare.judge.Score;
import dev.medley.compare.judge.Verdict;
import dev.medley.compare.statistics.Sample;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How a judge sees the models: the best first, then what that is worth and what it cost. */
public final class JudgeTable {
  private static final int VERDICTS_SHOWN = 15;
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("judged"),
          Column.right("score"),
          Column.right("95 % interval"),
          Column.right("wins"),
          Column.right("ties"),
          Column.right("losses"));

  private JudgeTable() {}

  /**
   * @param models in the order of positions
   * @param random for the bootstrap
   * @param columns the width to stay within, where that can be
   */
  public static List<String> lines(
      Judged judged, List<ModelRef> models, RandomGenerator random, Style style, int columns) {
    List<String> lines = new ArrayList<>();
    if (judged.tournament().prompts() > 0) {
      lines.addAll(table(judged.tournament().scores(random), models).lines(style, columns));
      if (judged.tournament().prompts() == 1) {
        judged.verdicts().stream()
            .limit(VERDICTS_SHOWN)
            .forEach(verdict -> lines.add(style.dim(sentence(verdict, models))));
      }
    }
    notes(judged).forEach(note -> lines.add(style.dim(note)));
    return lines;
  }

  private static Table table(List<Score> scores, List<ModelRef> models) {
    Table table = new Table(COLUMNS);
    IntStream.range(0, scores.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> !scores.get(i).judged())
                .thenComparing(i -> -scores.get(i).points()))
        .forEach(i -> table.add(row(models.get(i), scores.get(i))));
    return table;
  }

  private static List<Cell> row(ModelRef model, Score score) {
    return List.of(
        Cell.of(model.toString()),
        Cell.of(score.judged() ? points(score.points()) : Figures.UNKNOWN),
        Cell.of(
            score
                .interval()
                .map(i -> points(i.low()) + "–" + points(i.high()))
                .orElse(Figures.UNKNOWN)),
        Cell.of(String.valueOf(score.wins())),
        Cell.of(String.valueOf(score.ties())),
        Cell.of(String.valueOf(score.losses())));
  }

  private static String points(double points) {
    return String.format(Locale.ROOT, "%.0f", points);
  }

  private static String sentence(Verdict verdict, List<ModelRef> models) {
    Duel duel = verdict.duel();
    String first = models.get(duel.first()).toString();
    String second = models.get(duel.second()).toString();
    String result =
        switch (duel.preference()) {
          case FIRST -> first + " over " + second;
          case SECOND -> second + " over " + first;
          case TIE -> first + " and " + second + " tie";
        };
    return verdict.flipped()
        ? result + ": the verdict flipped with their order"
        : result + ": " + SafeText.forTerminal(verdict.reason().replaceAll("\\s+", " ").strip());
  }

  private static List<String> notes(Judged judged) {
    List<String> notes = new ArrayList<>();
    if (judged.tournament().prompts() > 0 && judged.tournament().prompts() < Sample.LEAST) {
      notes.add("no claim about quality: fewer than " + Sample.LEAST + " judged prompts");
    }
    if (judged.flipped() > 0) {
      notes.add(
          judged.flipped() + " of " + judged.pairs() + " verdicts flipped with the order: ties");
    }
    judged
        .failure()
        .ifPresent(
            failure ->
                notes.add(
                    judged.failed()
                        + " of "
                        + judged.pairs()
                        + " pairs were not judged: "
                        + failure.kind().words()
                        + ", "
                        + SafeText.forTerminal(failure.message())));
    return notes;
  }
}
