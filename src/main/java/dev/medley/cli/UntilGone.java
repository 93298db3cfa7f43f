package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.send.ForwardingListener;
import dev.medley.send.SendListener;

/**
 * Calls a request off when nobody reads the answer any more. What it has brought and cost by then
 * is known and kept, as when a person stops it.
 */
final class UntilGone extends ForwardingListener {
  private final Cancellation cancellation;
  private volatile ClosedPipe gone;

  UntilGone(SendListener listener, Cancellation cancellation) {
    super(listener);
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
        super.onText(piece);
      } catch (ClosedPipe closed) {
        gone = closed;
        cancellation.cancel();
      }
    }
  }
}
