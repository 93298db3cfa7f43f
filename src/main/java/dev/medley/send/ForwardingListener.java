package dev.medley.send;

import dev.medley.chat.Failure;
import dev.medley.config.Target;

/** Passes on what it hears; who extends it changes what it is there for. */
public abstract class ForwardingListener implements SendListener {
  private final SendListener listener;

  protected ForwardingListener(SendListener listener) {
    this.listener = listener;
  }

  @Override
  public void onText(String piece) {
    listener.onText(piece);
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
