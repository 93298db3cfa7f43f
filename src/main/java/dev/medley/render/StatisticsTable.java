package dev.medley.render;

import dev.medley.compare.statistics.Interval;
import dev.medley.compare.statistics.ModelFigures.Row;
import dev.medley.compare.statistics.Rate;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** What repeated runs say: one line a model, then who is faster than whom. */
public final class StatisticsTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("model"),
          Column.left("answered (95 %)"),
          Column.right("p50"),
          Column.right("p95"),
          Column.right("mean (95 % interval)"));

  private StatisticsTable() {}

  /**
   * @param random for the bootstrap
   * @param columns the width to stay within, where that can be
   */
  public static List<String> lines(
      List<Row> rows, RandomGenerator random, Style style, int columns) {
    Table table = new Table(COLUMNS);
    for (Row row : rows) {
      table.add(
          List.of(
              new Cell(row.model().toString(), style::bold),
              new Cell(rate(row.answered()), look(row.answered(), style)),
              Cell.of(seconds(row.p50())),
              Cell.of(seconds(row.p95())),
              Cell.of(mean(row, random))));
    }
    List<String> lines = new ArrayList<>(table.lines(style, columns));
    SpeedText.lines(rows).forEach(line -> lines.add(style.dim(line)));
    return lines;
  }

  private static UnaryOperator<String> look(Rate answered, Style style) {
    return answered.successes() == answered.n() ? style::green : style::red;
  }

  /** {@code 19/20 (76–99 %)}: Wilson's interval. */
  static String rate(Rate rate) {
    return rate.successes()
        + "/"
        + rate.n()
        + rate.interval().map(i -> " (" + percent(i) + ")").orElse("");
  }

  private static String percent(Interval interval) {
    return String.format(Locale.ROOT, "%.0f–%.0f %%", 100 * interval.low(), 100 * interval.high());
  }

  private static String mean(Row row, RandomGenerator random) {
    return seconds(row.times().mean())
        + row.meanInterval(random).map(i -> " (" + seconds(i) + ")").orElse("");
  }

  private static String seconds(Interval interval) {
    return number(interval.low()) + "–" + number(interval.high());
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f" : "%.1f", seconds);
  }

  private static String seconds(OptionalDouble seconds) {
    return seconds.isPresent()
        ? Figures.seconds(Duration.ofNanos(Math.round(seconds.getAsDouble() * 1e9)))
        : Figures.UNKNOWN;
  }
}
