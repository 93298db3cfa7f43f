package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.compare.Standings;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The table that ends a comparison: one line a model, in the order given. */
public final class ComparisonTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("model"),
          Column.left("status"),
          Column.right("first"),
          Column.right("total "),
          Column.right("tokens"),
          Column.right("tok/s"),
          Column.right("cost "),
          Column.left("finish"));

  private ComparisonTable() {}

  /**
   * @param columns the width to stay within, where that can be
   */
  public static List<String> lines(List<Delivery> results, Style style, int columns) {
    Standings standings = Standings.of(results);
    Table table = new Table(COLUMNS);
    for (int i = 0; i < results.size(); i++) {
      boolean fastest = standings.fastest().equals(OptionalInt.of(i));
      boolean cheapest = standings.cheapest().equals(OptionalInt.of(i));
      table.add(row(results.get(i), fastest, cheapest, style));
    }
    if (results.size() > 1) {
      table.add(together(results, style));
    }
    List<String> lines = new ArrayList<>(table.lines(style, columns));
    String best = best(results, standings);
    if (!best.isEmpty()) {
      lines.add(style.dim("* " + best));
    }
    return lines;
  }

  private static List<Cell> row(Delivery result, boolean fastest, boolean cheapest, Style style) {
    var timing = result.outcome().timing();
    var usage = result.outcome().reply().usage();
    boolean answered = result.outcome().answered();
    UnaryOperator<String> look = answered ? style::green : style::red;
    return List.of(
        new Cell(result.requested().ref().toString(), style::bold),
        new Cell(status(result), look),
        Cell.of(Figures.seconds(timing.firstToken())),
        marked(Figures.seconds(timing.total()), fastest, style),
        Cell.of(Figures.tokens(usage)),
        Cell.of(answered ? Figures.rate(usage, timing) : Figures.UNKNOWN),
        marked(Figures.cost(result.cost()), cheapest, style),
        Cell.of(SafeText.forTerminal(result.outcome().reply().finishReason().orElse(""))));
  }

  /** What all took: the longest time, since they were asked side by side, and the sums. */
  private static List<Cell> together(List<Delivery> results, Style style) {
    List<Attempt> attempts = results.stream().flatMap(r -> r.attempts().stream()).toList();
    long answered = results.stream().filter(r -> r.outcome().answered()).count();
    Duration longest =
        results.stream()
            .map(r -> r.outcome().timing().total())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Stream.of(
            "together",
            answered + "/" + results.size(),
            "",
            Figures.seconds(longest) + " ",
            Figures.tokens(Attempt.usage(attempts)),
            "",
            Figures.cost(Attempt.cost(attempts)) + " ",
            "")
        .map(text -> new Cell(text, style::dim))
        .toList();
  }

  /** The place of the mark is kept free, so that figures stay aligned. */
  private static Cell marked(String figure, boolean best, Style style) {
    return best ? new Cell(figure + "*", style::green) : Cell.of(figure + " ");
  }

  private static String best(List<Delivery> results, Standings standings) {
    List<String> best = new ArrayList<>();
    standings.fastest().ifPresent(i -> best.add("fastest: " + results.get(i).requested().ref()));
    standings.cheapest().ifPresent(i -> best.add("cheapest: " + results.get(i).requested().ref()));
    return String.join(", ", best);
  }

  private static String status(Delivery result) {
    if (result.outcome().answered()) {
      return result.outcome().reply().cutByLength() ? "length" : "ok";
    }
    return result.failure().map(Failure::kind).orElseThrow().words();
  }
}
