package dev.medley.cli;

import dev.medley.render.OrderedBlocks;
import dev.medley.render.Style;

/** Standard output as what blocks are written on. */
record ConsolePaper(Console console, AnswerText answer) implements OrderedBlocks.Paper {
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
    answer.piece(piece);
  }

  @Override
  public void endText() {
    answer.end();
  }
}
