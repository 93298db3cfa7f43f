package dev.medley.send;

import dev.medley.chat.Failure;
import dev.medley.chat.ReplyListener;
import dev.medley.config.Target;

/** Hears a reply as it arrives, and what happens to its attempts. */
public interface SendListener extends ReplyListener {
  SendListener SILENT = new SendListener() {};

  /** A try failed and the same model is asked again after this wait. */
  default void onRetry(Target target, Failure failure, Wait wait) {}

  /** An attempt has ended, or a candidate was skipped. */
  default void onAttempt(Attempt attempt) {}
}
