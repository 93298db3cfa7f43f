package dev.medley.cli;

/** An answer as the model wrote it; on a terminal without what could do harm there. */
final class PlainAnswer implements AnswerText {
  private final Console console;
  private boolean lineOpen;

  PlainAnswer(Console console) {
    this.console = console;
  }

  @Override
  public void piece(String text) {
    lineOpen = !text.endsWith("\n");
    console.answer(text);
  }

  @Override
  public void end() {
    if (lineOpen) {
      console.print("\n");
      lineOpen = false;
    }
  }
}
