package dev.medley.render.terminal;

import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Breaks text between words while it comes in pieces; spaces and line ends stay otherwise. */
public final class WordWrap {
  private final Consumer<String> out;
  private final IntSupplier columns;
  private final StringBuilder space = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private int column;

  /**
   * @param out hears whole words
   * @param columns the width of the terminal now, in cells
   */
  public WordWrap(Consumer<String> out, IntSupplier columns) {
    this.out = out;
    this.columns = columns;
  }

  public void feed(String piece) {
    StringBuilder broken = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n') {
        put(broken);
        space.setLength(0);
        broken.append('\n');
        column = 0;
      } else if (c == ' ') {
        put(broken);
        space.append(c);
      } else {
        word.append(c);
      }
    }
    if (!broken.isEmpty()) {
      out.accept(broken.toString());
    }
  }

  /** Writes the last word. */
  public void end() {
    StringBuilder broken = new StringBuilder();
    put(broken);
    if (!broken.isEmpty()) {
      out.accept(broken.toString());
    }
  }

  private void put(StringBuilder broken) {
    if (word.isEmpty()) {
      return;
    }
    int width = DisplayWidth.of(word.toString());
    if (column > 0 && column + space.length() + width > columns.getAsInt()) {
      broken.append('\n');
      column = 0;
    } else {
      broken.append(space);
      column += space.length();
    }
    broken.append(word);
    column += width;
    space.setLength(0);
    word.setLength(0);
  }
}
