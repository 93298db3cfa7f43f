package dev.medley.chat;

/** One model at one endpoint. Implementations may be called from several threads. */
public interface ChatModel {
  /**
   * Sends the prompt once and waits for the end. Never throws for what a server or a network does.
   */
  Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation);

  /** What {@link #send} would put on the wire, without sending it and without resolving the key. */
  RequestPreview preview(Prompt prompt);
}
