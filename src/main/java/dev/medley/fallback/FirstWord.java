package dev.medley.fallback;

import dev.medley.send.ForwardingListener;
import dev.medley.send.SendListener;

/** Tells when a model begins to answer, after that has been passed on. */
final class FirstWord extends ForwardingListener {
  private final Runnable told;
  private boolean spoken;

  FirstWord(SendListener listener, Runnable told) {
    super(listener);
    this.told = told;
  }

  @Override
  public void onText(String piece) {
    super.onText(piece);
    tell();
  }

  @Override
  public void onReasoning(String piece) {
    super.onReasoning(piece);
    tell();
  }

  private void tell() {
    if (!spoken) {
      spoken = true;
      told.run();
    }
  }
}
