package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.render.AttemptLine;
import dev.medley.render.Figures;
import dev.medley.render.SafeText;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.time.Duration;

/** Prints an answer while it comes: text to standard output, reasoning dim to standard error. */
final class AnswerPrinter implements SendListener {
  private static final Duration WORTH_A_NOTICE = Duration.ofSeconds(1);

  private final Console console;
  private final boolean showReasoning;
  private final boolean verbose;
  private boolean thinking;
  private boolean wrote;
  private boolean lineOpen;

  AnswerPrinter(Console console, OutputOptions output) {
    this.console = console;
    this.showReasoning = !output.hideReasoning && !output.quiet;
    this.verbose = output.verbose;
  }

  @Override
  public void onText(String piece) {
    endThinking();
    wrote = true;
    lineOpen = !piece.endsWith("\n");
    console.answer(piece);
  }

  /** The same for an answer that is shown later, or elsewhere. */
  SendListener withoutText() {
    AnswerPrinter printer = this;
    return new SendListener() {
      @Override
      public void onReasoning(String piece) {
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
    };
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
    if (wrote && lineOpen) {
      console.print("\n");
      lineOpen = false;
    }
  }

  private void endThinking() {
    if (thinking) {
      thinking = false;
      console.noteRaw("\n\n");
    }
  }
}
