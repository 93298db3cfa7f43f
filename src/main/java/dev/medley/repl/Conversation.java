package dev.medley.repl;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said so far.
 *
 * @param turns all of them
 * @param dropped how many of the oldest are no longer sent
 */
public record Conversation(List<Turn> turns, int dropped) {
  public static final Conversation EMPTY = new Conversation(List.of(), 0);

  public Conversation {
    turns = List.copyOf(turns);
  }

  /** So many turns, in words. */
  public static String turns(int count) {
    return count == 1 ? "1 turn" : count + " turns";
  }

  public Conversation plus(Turn turn) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(turn);
    return new Conversation(longer, dropped);
  }

  /** Without the last turn, if there is one. */
  public Conversation minusLast() {
    int left = Math.max(0, turns.size() - 1);
    return new Conversation(turns.subList(0, left), Math.min(dropped, left));
  }

  /** What there was before this was said last; all of it when that was never answered. */
  public Conversation before(Said said) {
    boolean answered = !turns.isEmpty() && turns.get(turns.size() - 1).said() == said;
    return answered ? minusLast() : this;
  }

  /** So many more of the oldest turns are no longer sent. */
  public Conversation withoutOldest(int more) {
    return new Conversation(turns, Math.min(turns.size(), dropped + more));
  }

  /** Those that are sent. */
  public List<Turn> sent() {
    return turns.subList(dropped, turns.size());
  }

  /** Under which id the last turn is kept. */
  Optional<String> lastRunId() {
    return turns.isEmpty() ? Optional.empty() : turns.get(turns.size() - 1).runId();
  }

  /** As messages, in the order in which they were said. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Turn turn : sent()) {
      messages.add(turn.said().message());
      messages.add(new Message(Role.ASSISTANT, turn.answer()));
    }
    return messages;
  }

  /** Tokens of what is sent with every prompt, estimated. */
  long tokens() {
    return TokenEstimate.of(new Prompt(messages(), Parameters.NONE, true));
  }
}
