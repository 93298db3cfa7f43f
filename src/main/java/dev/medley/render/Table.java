package dev.medley.render;

import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Cells in aligned columns, two spaces apart, without rules: readable in a pipe and in a terminal.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int LEAST = 12;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** A column's head, and on which side its cells stand. */
  public record Column(String head, boolean right) {
    public static Column left(String head) {
      return new Column(head, false);
    }

    public static Column right(String head) {
      return new Column(head, true);
    }
  }

  /** Text and how it looks; the look must not change its width. */
  public record Cell(String text, UnaryOperator<String> look) {
    public static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }

    /** The end of a text that is too wide. */
    Cell within(int width) {
      if (DisplayWidth.of(text) <= width) {
        return this;
      }
      int from = 0;
      while (DisplayWidth.of(text.substring(from)) > width - 1) {
        from = text.offsetByCodePoints(from, 1);
      }
      return new Cell("…" + text.substring(from), look);
    }
  }

  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  public void add(List<Cell> row) {
    rows.add(List.copyOf(row));
  }

  /**
   * One line a row, the head first, without trailing space.
   *
   * @param columns the width to stay within; names in the first column give way for it, their end
   *     being what tells them apart
   */
  public List<String> lines(Style style, int columns) {
    List<Integer> widths = widths();
    int tooWide = widths.stream().mapToInt(w -> w + GAP.length()).sum() - GAP.length() - columns;
    if (tooWide > 0) {
      widths.set(0, Math.max(Math.min(widths.get(0), LEAST), widths.get(0) - tooWide));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(head(style), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private List<Cell> head(Style style) {
    return columns.stream().map(column -> new Cell(column.head(), style::dim)).toList();
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int widest = DisplayWidth.of(columns.get(c).head());
      for (List<Cell> row : rows) {
        widest = Math.max(widest, DisplayWidth.of(row.get(c).text()));
      }
      widths.add(widest);
    }
    return widths;
  }

  private String line(List<Cell> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c).within(widths.get(c));
      String space = " ".repeat(widths.get(c) - DisplayWidth.of(cell.text()));
      String looked = cell.look().apply(cell.text());
      line.append(c == 0 ? "" : GAP);
      if (columns.get(c).right()) {
        line.append(space).append(looked);
      } else {
        line.append(looked).append(c == cells.size() - 1 ? "" : space);
      }
    }
    return line.toString().stripTrailing();
  }
}
