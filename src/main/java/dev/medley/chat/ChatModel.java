package dev.medley.chat;

/** One model at one endpoint. Implementations may be called from several threads. */
public interface ChatModel {
  /**
   * Sends the prompt once and waits for the end. Never throws for what a server or a network does.
   */
  Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation);

  /**
   * Opens a connection, so that the first prompt does not pay for it. Nothing of a prompt and no
   * key is sent; what goes wrong is found out by the first prompt. Returns after a few seconds at
   * most.
   */
  default void prepare(Cancellation cancellation) {}

  /** What {@link #send} would put on the wire, without sending it and without resolving the key. */
  RequestPreview preview(Prompt prompt);
}
