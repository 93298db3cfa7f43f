package dev.medley.render.terminal.markdown;

import dev.medley.render.Style;
import java.util.function.IntSupplier;

/** What has been rendered and not yet written, and how wide lines may be. */
final class Page {
  private final Style style;
  private final IntSupplier columns;
  private final StringBuilder text = new StringBuilder();

  Page(Style style, IntSupplier columns) {
    this.style = style;
    this.columns = columns;
  }

  Style style() {
    return style;
  }

  /** Of the terminal as it is now, in cells. */
  int columns() {
    return columns.getAsInt();
  }

  /** A text that breaks no line, written as it is. */
  void write(String piece) {
    text.append(piece);
  }

  void write(String piece, Look look) {
    text.append(style.with(look.codes(), piece));
  }

  void endLine() {
    text.append('\n');
  }

  /** A line of its own. */
  void line(Margin margin, String line, Look look) {
    write(margin.text());
    write(line, look);
    endLine();
  }

  void blankLine(Margin margin) {
    write(margin.text().stripTrailing());
    endLine();
  }

  /** What has been rendered since the last time. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
