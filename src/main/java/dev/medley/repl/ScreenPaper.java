package dev.medley.repl;

import dev.medley.render.OrderedBlocks;
import dev.medley.render.Style;

/** The screen as what the blocks of a comparison are written on. */
final class ScreenPaper implements OrderedBlocks.Paper {
  private final Screen screen;
  private Screen.AnswerView open;

  ScreenPaper(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Style style() {
    return screen.style();
  }

  @Override
  public void line(String line) {
    screen.println(line);
  }

  @Override
  public void text(String piece) {
    if (open == null) {
      open = screen.answer();
    }
    open.text(piece);
  }

  @Override
  public void endText() {
    if (open != null) {
      open.finish();
      open = null;
    }
  }
}
