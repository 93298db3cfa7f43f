package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.render.AttemptLine;
import dev.medley.render.Figures;
import dev.medley.render.SafeText;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.time.Duration;

/** Shows an answer while it comes: text on standard output, reasoning dim on standard error. */
final class AnswerPrinter implements SendListener {
  private static final Duration WORTH_A_NOTICE = Duration.ofSeconds(1);

  private final Console console;
  private final AnswerText text;
  private final boolean showReasoning;
  private final boolean verbose;
  private boolean thinking;

  AnswerPrinter(Console console, OutputOptions output, AnswerText text) {
    this.console = console;
    this.text = text;
    this.showReasoning = !output.hideReasoning && !output.quiet;
    this.verbose = output.verbose;
  }

  @Override
  public void onText(String piece) {
    endThinking();
    text.piece(piece);
  }

  @Override
  public void onReasoning(String piece) {
    if (showReasoning) {
      thinking = true;
      console.noteRaw(console.errStyle().dim(SafeText.forTerminal(piece)));
    }
  }

  @Override
  public void onNotice(String notice) {
    console.note(console.errStyle().yellow("note:") + " " + notice);
  }

  @Override
  public void onSecondTry(String correction) {
    if (verbose) {
      onNotice(correction);
    }
  }

  @Override
  public void onRetry(Target target, Failure failure, Wait wait) {
    if (console.errIsTerminal() && wait.length().compareTo(WORTH_A_NOTICE) >= 0) {
      console.note(
          console
              .errStyle()
              .dim(
                  target.ref()
                      + " "
                      + AttemptLine.reason(failure)
                      + ", waiting "
                      + Figures.seconds(wait.length())));
    }
  }

  /** Ends the last line of the answer, if it is open. */
  void finish() {
    endThinking();
    text.end();
  }

  private void endThinking() {
    if (thinking) {
      thinking = false;
      console.noteRaw("\n\n");
    }
  }
}
