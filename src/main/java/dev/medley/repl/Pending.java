package dev.medley.repl;

import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Role;
import java.util.ArrayList;
import java.util.List;

/** What goes with the next thing that is said: texts in front of it, and attachments. */
public final class Pending {
  private final List<String> names = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();

  public void add(String name, String text) {
    names.add(name);
    texts.add(text);
  }

  public void add(String name, Attachment attachment) {
    names.add(name);
    attachments.add(attachment);
  }

  /** What waits, by its names. */
  public List<String> names() {
    return List.copyOf(names);
  }

  public void clear() {
    names.clear();
    texts.clear();
    attachments.clear();
  }

  /** The message with all that waited, which then waits no longer. */
  public Message with(String said) {
    List<String> parts = new ArrayList<>(texts);
    if (!said.isBlank()) {
      parts.add(said);
    }
    Message message = new Message(Role.USER, String.join("\n\n", parts), attachments);
    clear();
    return message;
  }
}
