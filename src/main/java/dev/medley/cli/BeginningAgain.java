package dev.medley.cli;

import dev.medley.render.AttemptLine;
import dev.medley.send.Attempt;
import dev.medley.send.ForwardingListener;
import java.util.Optional;

/** Draws a line under text that broke off, before another answer begins below it. */
final class BeginningAgain extends ForwardingListener {
  private final AnswerPrinter printer;
  private final Console console;
  private Optional<String> brokenOff = Optional.empty();

  BeginningAgain(AnswerPrinter printer, Console console) {
    super(printer);
    this.printer = printer;
    this.console = console;
  }

  @Override
  public void onAttempt(Attempt attempt) {
    if (attempt.result() == Attempt.Result.TRUNCATED) {
      brokenOff = attempt.failure().map(f -> attempt.target().ref() + " " + AttemptLine.reason(f));
    }
    super.onAttempt(attempt);
  }

  @Override
  public void onText(String piece) {
    drawLine();
    super.onText(piece);
  }

  @Override
  public void onReasoning(String piece) {
    drawLine();
    super.onReasoning(piece);
  }

  private void drawLine() {
    brokenOff.ifPresent(
        why -> {
          printer.finish();
          console.note(console.errStyle().yellow("── " + why + "; begun again ──"));
        });
    brokenOff = Optional.empty();
  }
}
