package dev.medley.demo;

import dev.medley.chat.Message;
import dev.medley.chat.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client asks of a simulated model.
 *
 * @param fault what goes wrong, when that was asked for
 * @param messages at least one
 * @param includeUsage whether a stream ends with a usage chunk
 * @param maxTokens limit on completion tokens, reasoning included
 * @param stop texts at which the answer ends, none of them empty
 * @param variation a number that varies the answer; 0 when the client did not ask for variety
 */
record ChatRequest(
    SimulatedModel model,
    Optional<Fault> fault,
    List<Message> messages,
    boolean stream,
    boolean includeUsage,
    OptionalLong maxTokens,
    List<String> stop,
    int variation) {
  /** Tokens around each message. */
  private static final int FRAME = 3;

  ChatRequest {
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
  }

  /** The last user message; empty if there is none. */
  String prompt() {
    return messages.stream()
        .filter(message -> message.role() == Role.USER)
        .reduce((first, second) -> second)
        .map(Message::text)
        .orElse("");
  }

  long promptTokens() {
    return messages.stream().mapToLong(message -> FRAME + Tokens.count(message.text())).sum();
  }
}
