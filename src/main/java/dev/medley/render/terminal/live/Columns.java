package dev.medley.render.terminal.live;

import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of the same width, side by side; what does not fit goes below, in the order given.
 *
 * @param each the width of the text in a column
 * @param abreast columns in a row
 */
record Columns(int each, int abreast) {
  private static final String BETWEEN = " │ ";

  /** With what stands between them. */
  private static final int NARROWEST = 40;

  /** So many of them as fit; all have the same width. */
  static Columns of(int count, int width) {
    int abreast = Math.max(Math.min(count, width / NARROWEST), 1);
    return new Columns((width - BETWEEN.length() * (abreast - 1)) / abreast, abreast);
  }

  /** Whether there is more than one beside another. */
  static boolean fit(int count, int width) {
    return Math.min(count, width / NARROWEST) > 1;
  }

  /** Rows of columns that so many take. */
  int rows(int count) {
    return (count + abreast - 1) / abreast;
  }

  /**
   * One row of them.
   *
   * @param columns of lines that are no wider than a column; no more than are abreast
   */
  List<String> join(List<List<String>> columns, Style style) {
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns.size(); c++) {
        String text = i < columns.get(c).size() ? columns.get(c).get(i) : "";
        line.append(c == 0 ? "" : style.dim(BETWEEN)).append(text);
        if (c < columns.size() - 1) {
          line.append(" ".repeat(Math.max(each - DisplayWidth.visible(text), 0)));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
