package dev.medley.render.terminal.markdown;

import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import dev.medley.render.terminal.markdown.Container.Item;
import dev.medley.render.terminal.markdown.Container.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quotes and list items that are open, the outermost first, and the margin that they make. */
final class Containers {
  private static final Margin BAR = new Margin("│ ", 2);

  private final Style style;
  private final List<Container> open = new ArrayList<>();
  private int shown;
  private Optional<Marker> before = Optional.empty();

  Containers(Style style) {
    this.style = style;
  }

  List<Container> open() {
    return open;
  }

  int size() {
    return open.size();
  }

  /** Closes all but the outermost so many. */
  void keep(int count) {
    before = Optional.empty();
    if (count < open.size()) {
      if (open.get(count) instanceof Item item) {
        before = Optional.of(item.marker());
      }
      open.subList(count, open.size()).clear();
      shown = Math.min(shown, count);
    }
  }

  void open(List<Container> more) {
    for (Container container : more) {
      open.add(container instanceof Item item ? numbered(item) : container);
      before = Optional.empty();
    }
  }

  private Item numbered(Item item) {
    Marker marker = before.map(item.marker()::after).orElse(item.marker());
    return new Item(item.indent(), marker);
  }

  /** Whether an item's marker has still to be shown. */
  boolean markerDue() {
    return open.subList(shown, open.size()).stream().anyMatch(Item.class::isInstance);
  }

  /**
   * The margin of the next line, with the markers that are due.
   *
   * @param columns of the page, half of which stays free of margins
   */
  Margin next(int columns) {
    Margin margin = margin(columns, shown);
    shown = open.size();
    return margin;
  }

  /** The margin of a line that begins nothing. */
  Margin following(int columns) {
    return margin(columns, open.size());
  }

  private Margin margin(int columns, int markersFrom) {
    Margin margin = Margin.NONE;
    for (int i = 0; i < open.size(); i++) {
      Margin inner = of(open.get(i), i >= markersFrom);
      boolean fits = margin.width() + inner.width() <= columns / 2;
      margin =
          fits || i >= markersFrom && margin.width() + inner.width() < columns
              ? margin.plus(inner)
              : margin;
    }
    return margin;
  }

  private Margin of(Container container, boolean due) {
    if (container instanceof Item item) {
      String marker = item.marker().text();
      int width = DisplayWidth.of(marker);
      return new Margin(due ? marker : " ".repeat(width), width);
    }
    return new Margin(style.dim(BAR.text()), BAR.width());
  }
}
