package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.compare.Standings;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The table that ends a comparison: one line a model, in the order given. */
public final class ComparisonTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("model"),
          Column.left("status"),
          Column.right("first"),
          Column.right("total"),
          Column.right("tokens"),
          Column.right("tok/s"),
          Column.right("cost"),
          Column.left(""));

  private ComparisonTable() {}

  public static List<String> lines(List<Delivery> results, Style style) {
    Standings standings = Standings.of(results);
    Table table = new Table(COLUMNS);
    for (int i = 0; i < results.size(); i++) {
      table.add(row(results.get(i), marks(i, standings), style));
    }
    return table.lines(style);
  }

  private static List<Cell> row(Delivery result, String marks, Style style) {
    var timing = result.outcome().timing();
    var usage = result.outcome().reply().usage();
    boolean answered = result.outcome().answered();
    UnaryOperator<String> look = answered ? style::green : style::red;
    return List.of(
        new Cell(result.requested().ref().toString(), style::bold),
        new Cell(status(result), look),
        Cell.of(Figures.seconds(timing.firstToken())),
        Cell.of(Figures.seconds(timing.total())),
        Cell.of(Figures.tokens(usage)),
        Cell.of(answered ? Figures.rate(Figures.tokensPerSecond(usage, timing)) : Figures.UNKNOWN),
        Cell.of(Figures.cost(result.cost())),
        new Cell(marks, style::green));
  }

  private static String status(Delivery result) {
    if (result.outcome().answered()) {
      return result.outcome().reply().cutByLength() ? "length" : "ok";
    }
    return result.failure().map(Failure::kind).orElseThrow().words();
  }

  private static String marks(int position, Standings standings) {
    List<String> marks = new ArrayList<>();
    if (standings.fastest().isPresent() && standings.fastest().getAsInt() == position) {
      marks.add("fastest");
    }
    if (standings.cheapest().isPresent() && standings.cheapest().getAsInt() == position) {
      marks.add("cheapest");
    }
    return String.join(", ", marks);
  }
}
