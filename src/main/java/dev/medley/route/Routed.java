package dev.medley.route;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Task;
import java.util.ArrayList;
import java.util.List;

/** What a task adds to a prompt: its system prompt and request fields, where none are there. */
public final class Routed {
  private Routed() {}

  /** The prompt as it goes to a model of that task. */
  public static Prompt prompt(Task task, Prompt plain) {
    boolean spoken = plain.messages().stream().anyMatch(message -> message.role() == Role.SYSTEM);
    List<Message> messages = new ArrayList<>(plain.messages());
    if (!spoken) {
      task.system().map(Message::system).ifPresent(system -> messages.add(0, system));
    }
    return plain.withMessages(messages).withParameters(plain.parameters().orElse(task.options()));
  }
}
