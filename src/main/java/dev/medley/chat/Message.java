package dev.medley.chat;

/** One turn of a conversation. */
public record Message(Role role, String text) {
  public static Message system(String text) {
    return new Message(Role.SYSTEM, text);
  }

  public static Message user(String text) {
    return new Message(Role.USER, text);
  }
}
