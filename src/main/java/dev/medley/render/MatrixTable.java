package dev.medley.render;

import dev.medley.compare.totals.ModelTotals;
import dev.medley.compare.totals.ModelTotals.Counts;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that ends a comparison of many prompts: one line a model, medians and sums. */
final class MatrixTable {
  private final List<ModelTotals> models;
  private final boolean checked;

  MatrixTable(List<ModelTotals> models) {
    this.models = models;
    this.checked = models.stream().anyMatch(m -> m.counts().passRate().isPresent());
  }

  List<String> lines(Style style, int columns) {
    Table table = new Table(columns());
    models.forEach(model -> table.add(row(model, style)));
    return table.lines(style, columns);
  }

  private List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.left("model"),
                Column.right("ok"),
                Column.right("first p50"),
                Column.right("total p50")));
    columns.add(Column.right("tokens"));
    columns.add(Column.right("cost"));
    if (checked) {
      columns.add(Column.right("passed"));
    }
    return columns;
  }

  private List<Cell> row(ModelTotals model, Style style) {
    Counts counts = model.counts();
    List<Cell> row = new ArrayList<>();
    row.add(new Cell(model.model().toString(), style::bold));
    String ok = String.format(Locale.ROOT, "%,d/%,d", counts.answered(), counts.asked());
    row.add(new Cell(ok, counts.failed() == 0 ? style::green : style::red));
    row.add(Cell.of(Figures.seconds(model.firstToken())));
    row.add(Cell.of(Figures.seconds(model.total())));
    row.add(Cell.of(Figures.tokens(model.usage())));
    row.add(Cell.of(Figures.cost(model.cost())));
    if (checked) {
      row.add(passed(counts, style));
    }
    return row;
  }

  private static Cell passed(Counts counts, Style style) {
    String share =
        counts
            .passRate()
            .map(
                rate ->
                    String.format(
                        Locale.ROOT,
                        "%s %% (%,d/%,d)",
                        percent(rate),
                        counts.passed(),
                        counts.checked()))
            .orElse(Figures.UNKNOWN);
    return new Cell(share, counts.passed() == counts.checked() ? style::green : style::red);
  }

  /** Never rounded up to all. */
  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%d", (int) Math.floor(rate * 100 + 1e-9));
  }
}
