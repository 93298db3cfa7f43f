package dev.medley.chat;

import java.util.List;
import java.util.Optional;

/**
 * What is sent to a model.
 *
 * @param messages in conversation order; the last one is the user's
 * @param parameters request fields that the user asked for
 * @param stream whether the text is wanted piece by piece
 * @param idempotencyKey the same for every try of one request, so that a server that knows such
 *     keys does the work once; empty: none is sent
 */
public record Prompt(
    List<Message> messages,
    Parameters parameters,
    boolean stream,
    Optional<String> idempotencyKey) {
  public Prompt {
    messages = List.copyOf(messages);
  }

  /** A prompt that is not tied to its earlier tries. */
  public Prompt(List<Message> messages, Parameters parameters, boolean stream) {
    this(messages, parameters, stream, Optional.empty());
  }

  public static Prompt of(String user) {
    return new Prompt(List.of(Message.user(user)), Parameters.NONE, true);
  }

  public Prompt withParameters(Parameters changed) {
    return new Prompt(messages, changed, stream, idempotencyKey);
  }

  public Prompt withMessages(List<Message> changed) {
    return new Prompt(changed, parameters, stream, idempotencyKey);
  }

  public Prompt withIdempotencyKey(String key) {
    return new Prompt(messages, parameters, stream, Optional.of(key));
  }

  /** Whether a model has to see in order to answer. */
  public boolean hasImages() {
    return messages.stream()
        .flatMap(message -> message.attachments().stream())
        .anyMatch(attachment -> attachment.kind() == Attachment.Kind.IMAGE);
  }

  /** The same to be looked at, without the content of attachments; never to be sent. */
  public Prompt abridged() {
    return new Prompt(messages.stream().map(Message::abridged).toList(), parameters, stream);
  }

  /** The last user message. */
  public String userText() {
    return lastOf(Role.USER);
  }

  /** The system message, or an empty string. */
  public String systemText() {
    return lastOf(Role.SYSTEM);
  }

  private String lastOf(Role role) {
    return messages.stream()
        .filter(m -> m.role() == role)
        .reduce((first, second) -> second)
        .map(Message::text)
        .orElse("");
  }
}
