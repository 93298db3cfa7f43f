package dev.medley.cli;

import dev.medley.render.OrderedBlocks;
import dev.medley.render.Style;

/** Standard output as what blocks are written on. */
final class ConsolePaper implements OrderedBlocks.Paper {
  private final Console console;
  private boolean lineOpen;

  ConsolePaper(Console console) {
    this.console = console;
  }

  @Override
  public Style style() {
    return console.outStyle();
  }

  @Override
  public void line(String line) {
    console.println(line);
  }

  @Override
  public void text(String piece) {
    console.answer(piece);
    lineOpen = !piece.endsWith("\n");
  }

  @Override
  public void endText() {
    if (lineOpen) {
      console.print("\n");
      lineOpen = false;
    }
  }
}
