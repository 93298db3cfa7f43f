package dev.medley.repl;

import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.render.AttemptLine;
import dev.medley.render.Figures;
import dev.medley.render.SafeText;
import dev.medley.send.Attempt;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.time.Duration;
import java.util.Optional;

/** Shows an answer while it comes. */
final class AnswerListener implements SendListener {
  private static final Duration WORTH_A_NOTICE = Duration.ofSeconds(1);

  private final Screen screen;
  private final Screen.AnswerView view;
  private final Thinking thinking;
  private Optional<String> brokenOff = Optional.empty();

  AnswerListener(Screen screen, Clock clock, Session.Reasoning reasoning) {
    this.screen = screen;
    this.view = screen.answer();
    this.thinking = new Thinking(screen, clock, reasoning);
  }

  @Override
  public void onAttempt(Attempt attempt) {
    if (attempt.result() == Attempt.Result.TRUNCATED) {
      brokenOff = attempt.failure().map(f -> attempt.target().ref() + " " + AttemptLine.reason(f));
    }
  }

  /** Another answer begins below one that broke off. */
  private void drawLine() {
    brokenOff.ifPresent(
        why -> {
          thinking.end();
          view.finish();
          screen.note(screen.noteStyle().yellow("── " + why + "; begun again ──"));
        });
    brokenOff = Optional.empty();
  }

  @Override
  public void onText(String piece) {
    drawLine();
    thinking.end();
    view.text(piece);
  }

  @Override
  public void onReasoning(String piece) {
    drawLine();
    thinking.add(piece);
  }

  @Override
  public void onNotice(String notice) {
    screen.note(screen.noteStyle().yellow("note:") + " " + SafeText.forTerminal(notice));
  }

  @Override
  public void onRetry(Target target, Failure failure, Wait wait) {
    if (wait.length().compareTo(WORTH_A_NOTICE) >= 0) {
      String reason = target.ref() + " " + AttemptLine.reason(failure);
      screen.note(screen.noteStyle().dim(reason + ", waiting " + Figures.seconds(wait.length())));
    }
  }

  void finish() {
    thinking.end();
    view.finish();
  }
}
