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

  /** A column's head, on which side its cells stand, and whether it gives way first. */
  public record Column(String head, boolean right, boolean yields) {
    public static Column left(String head) {
      return new Column(head, false, false);
    }

    public static Column right(String head) {
      return new Column(head, true, false);
    }

    /** Text that may be cut at its end to what room is left. */
    public static Column text(String head) {
      return new Column(head, false, true);
    }
  }

  /** Text and how it looks; the look must not change its width. */
  public record Cell(String text, UnaryOperator<String> look) {
    public static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }

    /** What is shown of a text that is too wide: its end, or its beginning. */
    Cell within(int width, boolean beginning) {
      if (DisplayWidth.of(text) <= width) {
        return this;
      }
      return beginning ? beginning(width) : end(width);
    }

    private Cell beginning(int width) {
      int to = text.length();
      while (to > 0 && DisplayWidth.of(text.substring(0, to)) > width - 1) {
        to = text.offsetByCodePoints(to, -1);
      }
      return new Cell(text.substring(0, to).stripTrailing() + "…", look);
    }

    private Cell end(int width) {
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
   * One line a row, the head first, without trailing space. Where that cannot be, a few lines a
   * row: the first cell, then the others, each behind its column's head.
   *
   * @param columns the width to stay within; texts give way for it, then names in the first column,
   *     their end being what tells them apart
   */
  public List<String> lines(Style style, int columns) {
    List<Integer> widths = widths();
    for (int c = this.columns.size() - 1; c >= 0; c--) {
      if (this.columns.get(c).yields() || c == 0) {
        narrow(widths, c, columns);
      }
    }
    List<String> lines = new ArrayList<>();
    if (tooWide(widths, columns) > 0) {
      rows.forEach(row -> lines.addAll(block(row, style, columns)));
      return lines;
    }
    lines.add(line(head(style), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  /** Takes from a column what all together are too wide. */
  private static void narrow(List<Integer> widths, int column, int columns) {
    int tooWide = tooWide(widths, columns);
    if (tooWide > 0) {
      int width = widths.get(column);
      widths.set(column, Math.max(Math.min(width, LEAST), width - tooWide));
    }
  }

  private static int tooWide(List<Integer> widths, int columns) {
    return widths.stream().mapToInt(w -> w + GAP.length()).sum() - GAP.length() - columns;
  }

  private List<String> block(List<Cell> row, Style style, int width) {
    List<String> lines = new ArrayList<>();
    Cell name = row.get(0).within(Math.max(LEAST, width), columns.get(0).yields());
    StringBuilder line = new StringBuilder(name.look().apply(name.text()));
    int at = width;
    for (int c = 1; c < row.size(); c++) {
      String head = columns.get(c).head().isEmpty() ? "" : columns.get(c).head() + " ";
      int room = Math.max(LEAST, width - GAP.length() - DisplayWidth.of(head));
      Cell cell = row.get(c).within(room, true);
      if (cell.text().isBlank()) {
        continue;
      }
      int wide = GAP.length() + DisplayWidth.of(head) + DisplayWidth.of(cell.text());
      if (at + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        at = 0;
      }
      line.append(GAP).append(style.dim(head)).append(cell.look().apply(cell.text()));
      at += wide;
    }
    lines.add(line.toString());
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
      Cell cell = cells.get(c).within(widths.get(c), columns.get(c).yields());
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
