package dev.medley.render.terminal.markdown;

/**
 * What stands before a line: the bars of quotes, a list's marker, or as much space.
 *
 * @param text with its look
 * @param width in cells
 */
record Margin(String text, int width) {
  static final Margin NONE = new Margin("", 0);

  Margin plus(Margin inner) {
    return new Margin(text + inner.text, width + inner.width);
  }
}
