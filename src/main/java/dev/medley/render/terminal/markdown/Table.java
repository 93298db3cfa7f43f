package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table, which is shown when it is complete: only then are its columns known. Where it does not
 * fit, the widest columns give way and their cells are wrapped; where even that leaves too little,
 * each row becomes a block of its own.
 */
final class Table {
  private static final Pattern DELIMITERS =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*");
  private static final int LEAST = 5;
  private static final String GAP = " │ ";
  private static final String CROSSING = "─┼─";

  private final List<String> header;
  private final List<Alignment> alignments;
  private final List<List<String>> rows = new ArrayList<>();
  private List<Integer> widths;

  private enum Alignment {
    LEFT,
    CENTER,
    RIGHT;

    static Alignment of(String delimiter) {
      boolean left = delimiter.startsWith(":");
      boolean right = delimiter.endsWith(":");
      return right ? left ? CENTER : RIGHT : LEFT;
    }

    int before(int space) {
      return this == LEFT ? 0 : this == RIGHT ? space : space / 2;
    }
  }

  private Table(List<String> header, List<Alignment> alignments) {
    this.header = header;
    this.alignments = alignments;
  }

  /** Whether these two lines begin a table. */
  static boolean begins(String header, String delimiters) {
    return DELIMITERS.matcher(delimiters).matches()
        && cells(header).size() == cells(delimiters).size();
  }

  static Table of(String header, String delimiters) {
    return new Table(cells(header), cells(delimiters).stream().map(Alignment::of).toList());
  }

  void add(String row) {
    List<String> cells = new ArrayList<>(cells(row));
    while (cells.size() < header.size()) {
      cells.add("");
    }
    // What is too much stays readable in the last cell.
    while (cells.size() > header.size()) {
      String last = cells.remove(cells.size() - 1);
      cells.set(cells.size() - 1, (cells.get(cells.size() - 1) + " | " + last).strip());
    }
    rows.add(cells);
  }

  int rows() {
    return rows.size();
  }

  private static List<String> cells(String line) {
    String text = line.strip();
    text = text.startsWith("|") ? text.substring(1) : text;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|';
      if (escaped) {
        cell.append('|');
        i++;
      } else if (c == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (!cell.toString().isBlank() || cells.isEmpty()) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }

  /** Shows what there is of it, and lets go of that; more rows may follow. */
  void show(Page page, Containers containers, InlineMarkup markup) {
    Margin first = containers.next(page.columns());
    Margin margin = containers.following(page.columns());
    int room = page.columns() - margin.width();
    Cells cells = new Cells(page.style(), markup);
    boolean begins = widths == null;
    if (begins) {
      widths = fitted(cells, room - GAP.length() * (header.size() - 1));
    }
    if (widths.isEmpty()) {
      stacked(page, first, margin, cells);
    } else {
      if (begins) {
        head(page, first, margin, cells);
      }
      rows.forEach(row -> row(page, margin, margin, cells.wrapped(row, widths, Look.PLAIN)));
    }
    rows.clear();
  }

  private void head(Page page, Margin first, Margin margin, Cells cells) {
    row(page, first, margin, cells.wrapped(header, widths, Look.PLAIN.strong()));
    String rule = String.join(CROSSING, widths.stream().map("─"::repeat).toList());
    page.line(margin, rule, Look.DIM);
  }

  /** The width of each column, or none where they do not fit. */
  private List<Integer> fitted(Cells cells, int room) {
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      int column = c;
      int widest = cells.width(header.get(c));
      widest =
          Math.max(widest, rows.stream().mapToInt(r -> cells.width(r.get(column))).max().orElse(0));
      widths.add(Math.max(widest, 1));
    }
    if (room < LEAST * header.size() && sum(widths) > room) {
      return List.of();
    }
    while (sum(widths) > room) {
      int widest =
          IntStream.range(0, widths.size())
              .reduce(0, (a, b) -> widths.get(b) > widths.get(a) ? b : a);
      widths.set(widest, widths.get(widest) - 1);
    }
    return widths;
  }

  private static int sum(List<Integer> widths) {
    return widths.stream().mapToInt(Integer::intValue).sum();
  }

  private void row(Page page, Margin first, Margin others, List<List<String>> cells) {
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.size(); c++) {
        String text = i < cells.get(c).size() ? cells.get(c).get(i) : "";
        int space = widths.get(c) - DisplayWidth.visible(text);
        int before = Math.max(alignments.get(c).before(space), 0);
        line.append(c == 0 ? "" : page.style().dim(GAP));
        line.append(" ".repeat(before)).append(text);
        line.append(" ".repeat(Math.max(space - before, 0)));
      }
      page.write((i == 0 ? first : others).text());
      page.write(line.toString().stripTrailing());
      page.endLine();
    }
  }

  /** One block a row, each cell after the head of its column. */
  private void stacked(Page page, Margin first, Margin margin, Cells cells) {
    Margin next = first;
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        for (String line :
            cells.lines(
                header.get(c) + ": " + row.get(c), page.columns() - margin.width(), Look.PLAIN)) {
          page.write(next.text());
          page.write(line);
          page.endLine();
          next = margin;
        }
      }
      page.line(margin, "─".repeat(Math.max(page.columns() - margin.width(), 1)), Look.DIM);
    }
    if (rows.isEmpty()) {
      cells
          .lines(String.join(" | ", header), page.columns() - margin.width(), Look.PLAIN)
          .forEach(line -> page.line(margin, line, Look.PLAIN));
    }
  }
}
