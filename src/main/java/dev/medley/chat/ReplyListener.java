package dev.medley.chat;

/** Hears a reply as it arrives. Called on the thread that reads the reply. */
public interface ReplyListener {
  ReplyListener SILENT = new ReplyListener() {};

  /** A piece of the answer, never empty, never half a surrogate pair. */
  default void onText(String piece) {}

  /** A piece of the model's thinking, never empty. */
  default void onReasoning(String piece) {}

  /** Something a person may want to know, such as a broken chunk that was skipped. */
  default void onNotice(String notice) {}

  /** The server did not understand a part of the request, which was sent once more without it. */
  default void onSecondTry(String correction) {}
}
