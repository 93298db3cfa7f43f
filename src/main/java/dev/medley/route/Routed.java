package dev.medley.route;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task adds to a prompt: its template round the user's words, its system prompt and request
 * fields where none are there, and then those of the template.
 */
public final class Routed {
  private Routed() {}

  /** The prompt as it goes to a model of that task. */
  public static Prompt prompt(Task task, Prompt plain) {
    String input = plain.userText();
    List<Message> messages = new ArrayList<>(plain.messages());
    int last = messages.size() - 1;
    Message said = messages.get(last);
    messages.set(last, new Message(said.role(), task.template().user(input), said.attachments()));
    if (messages.stream().noneMatch(message -> message.role() == Role.SYSTEM)) {
      task.system()
          .or(() -> task.template().system(input))
          .map(Message::system)
          .ifPresent(system -> messages.add(0, system));
    }
    return plain
        .withMessages(messages)
        .withParameters(
            plain.parameters().orElse(task.options()).orElse(task.template().options()));
  }
}
