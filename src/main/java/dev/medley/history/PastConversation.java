package dev.medley.history;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A conversation up to one of its turns. Turns without an answer are none of it.
 *
 * @param id of the conversation that the last turn belongs to
 * @param latest whether it has not gone on after the last of these turns
 * @param turns runs with an answer, which may have broken off, the oldest first, whole; each
 *     follows the one before; at least one
 */
public record PastConversation(String id, boolean latest, List<PastRun> turns) {
  public PastConversation {
    turns = List.copyOf(turns);
  }

  public PastRun last() {
    return turns.get(turns.size() - 1);
  }

  /** The system prompt that it has had last. */
  public Optional<String> system() {
    return last().question().system();
  }

  /** The model that answered last. */
  public PastModel model() {
    return last().ending().model();
  }

  /**
   * Where the next run stands: in this conversation, or, after an older turn, in a branch of it.
   */
  public Place next(String runId) {
    return latest
        ? new Place(Optional.of(id), Optional.of(last().id()))
        : new Place(Place.first(runId).conversationId(), Optional.of(last().id()));
  }

  /**
   * The prompt with all turns before its last message.
   *
   * @param users the user's message of a turn, with what was attached to it
   */
  public Prompt before(Prompt prompt, Function<PastRun, Message> users) {
    List<Message> messages = new ArrayList<>(prompt.messages());
    Message asked = messages.remove(messages.size() - 1);
    for (PastRun turn : turns) {
      messages.add(users.apply(turn));
      messages.add(new Message(Role.ASSISTANT, turn.ending().outcome().reply().text()));
    }
    messages.add(asked);
    return prompt.withMessages(messages);
  }
}
