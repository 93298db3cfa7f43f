package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;

/** Everything but the answer itself, which is printed when it is complete. */
record WithoutText(SendListener listener) implements SendListener {
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
}
