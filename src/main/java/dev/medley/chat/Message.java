package dev.medley.chat;

import java.util.List;

/**
 * One turn of a conversation.
 *
 * @param text may be empty when something is attached
 */
public record Message(Role role, String text, List<Attachment> attachments) {
  public Message {
    attachments = List.copyOf(attachments);
  }

  public Message(Role role, String text) {
    this(role, text, List.of());
  }

  public static Message system(String text) {
    return new Message(Role.SYSTEM, text);
  }

  public static Message user(String text) {
    return new Message(Role.USER, text);
  }

  /** The same to be looked at: see {@link Attachment#abridged}. */
  Message abridged() {
    return new Message(role, text, attachments.stream().map(Attachment::abridged).toList());
  }
}
