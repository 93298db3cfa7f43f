package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;

/**
 * Calls a request off when nobody reads the answer any more. What it has brought and cost by then
 * is known and kept, as when a person stops it.
 */
final class UntilGone implements SendListener {
  private final SendListener listener;
  private final Cancellation cancellation;
  private volatile ClosedPipe gone;

  UntilGone(SendListener listener, Cancellation cancellation) {
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Ends the command quietly if the reader has gone. */
  void endIfGone() {
    if (gone != null) {
      throw gone;
    }
  }

  @Override
  public void onText(String piece) {
    if (gone == null) {
      try {
        listener.onText(piece);
      } catch (ClosedPipe closed) {
        gone = closed;
        cancellation.cancel();
      }
    }
  }

  @Override
  public void onReasoning(String piece) {
    listener.onReasoning(piece);
  }

  @Override
  public void onNotice(String notice) {
    listener.onNotice(notice);
  }

  @Override
  public void onSecondTry(String correction) {
    listener.onSecondTry(correction);
  }

  @Override
  public void onRetry(Target target, Failure failure, Wait wait) {
    listener.onRetry(target, failure, wait);
  }

  @Override
  public void onAttempt(Attempt attempt) {
    listener.onAttempt(attempt);
  }
}
