package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.render.AttemptLine;
import dev.medley.send.Attempt;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.util.Optional;

/** Draws a line under text that broke off, before another answer begins below it. */
final class BeginningAgain implements SendListener {
  private final AnswerPrinter printer;
  private final Console console;
  private Optional<String> brokenOff = Optional.empty();

  BeginningAgain(AnswerPrinter printer, Console console) {
    this.printer = printer;
    this.console = console;
  }

  @Override
  public void onAttempt(Attempt attempt) {
    if (attempt.result() == Attempt.Result.TRUNCATED) {
      brokenOff = attempt.failure().map(f -> attempt.target().ref() + " " + AttemptLine.reason(f));
    }
  }

  @Override
  public void onText(String piece) {
    drawLine();
    printer.onText(piece);
  }

  @Override
  public void onReasoning(String piece) {
    drawLine();
    printer.onReasoning(piece);
  }

  @Override
  public void onNotice(String notice) {
    printer.onNotice(notice);
  }

  @Override
  public void onSecondTry(String correction) {
    printer.onSecondTry(correction);
  }

  @Override
  public void onRetry(Target target, Failure failure, Wait wait) {
    printer.onRetry(target, failure, wait);
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
