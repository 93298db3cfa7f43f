package dev.medley.cli;

import dev.medley.send.ForwardingListener;
import dev.medley.send.SendListener;

/** Everything but the answer itself, which is printed when it is complete. */
final class WithoutText extends ForwardingListener {
  WithoutText(SendListener listener) {
    super(listener);
  }

  @Override
  public void onText(String piece) {}
}
