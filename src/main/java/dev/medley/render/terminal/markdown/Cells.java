package dev.medley.render.terminal.markdown;

import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays out the cells of a table. */
final class Cells {
  private static final int UNBOUNDED = Integer.MAX_VALUE / 2;

  private final Style style;
  private final InlineMarkup markup;
  private final Map<String, Integer> widths = new HashMap<>();

  Cells(Style style, InlineMarkup markup) {
    this.style = style;
    this.markup = markup;
  }

  /** In cells of the terminal, if nothing is wrapped. */
  int width(String source) {
    return widths.computeIfAbsent(
        source,
        text ->
            lines(text, UNBOUNDED, Look.PLAIN).stream()
                .mapToInt(DisplayWidth::visible)
                .max()
                .orElse(0));
  }

  List<List<String>> wrapped(List<String> row, List<Integer> columns, Look look) {
    List<List<String>> cells = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      cells.add(lines(row.get(c), columns.get(c), look));
    }
    return cells;
  }

  /** A text with inline markup, wrapped. */
  List<String> lines(String source, int width, Look look) {
    Page page = new Page(style, () -> width);
    Flow flow = new Flow(page);
    flow.begin(Margin.NONE, Margin.NONE);
    InlineStream text = new InlineStream(flow, markup);
    text.begin(look);
    text.text(source);
    text.end();
    return page.take().lines().toList();
  }
}
