package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that lasts from one prompt to the next. */
public final class Session {
  /** What becomes of a model's thinking. */
  public enum Reasoning {
    /** One line says how much there was; the last one can be shown. */
    FOLD,
    SHOW,
    HIDE
  }

  private final Spending spending = new Spending();
  private final Pending pending = new Pending();
  private Destination destination;
  private Optional<String> system = Optional.empty();
  private Parameters parameters = Parameters.NONE;
  private boolean stream = true;
  private boolean usageLine = true;
  private Reasoning reasoning = Reasoning.FOLD;
  private Conversation conversation = Conversation.EMPTY;
  private Optional<Message> lastSaid = Optional.empty();
  private Optional<Delivery> last = Optional.empty();
  private Optional<Compared> compared = Optional.empty();

  public Session(Destination destination) {
    this.destination = destination;
  }

  /** What would be sent if this were said now. */
  Prompt prompt(Message said, Optional<String> otherSystem, Parameters defaults) {
    return prompt(conversation, said, otherSystem, defaults);
  }

  Prompt prompt(
      Conversation before, Message said, Optional<String> otherSystem, Parameters defaults) {
    List<Message> messages = new ArrayList<>();
    system.or(() -> otherSystem).map(Message::system).ifPresent(messages::add);
    messages.addAll(before.messages());
    messages.add(said);
    return new Prompt(messages, parameters.orElse(defaults), stream);
  }

  /** What would be sent if this were said now, by nobody's wish but the user's. */
  public Prompt prompt(Message said) {
    return prompt(said, Optional.empty(), Parameters.NONE);
  }

  public Spending spending() {
    return spending;
  }

  public Pending pending() {
    return pending;
  }

  public Destination destination() {
    return destination;
  }

  public void sendTo(Destination other) {
    destination = other;
  }

  public Optional<String> system() {
    return system;
  }

  public void system(Optional<String> text) {
    system = text;
  }

  public Parameters parameters() {
    return parameters;
  }

  public void parameters(Parameters changed) {
    parameters = changed;
  }

  /** Whether answers are asked for piece by piece. */
  public boolean streams() {
    return stream;
  }

  public void stream(boolean wanted) {
    stream = wanted;
  }

  /** Whether a line after each answer says what it took. */
  public boolean usageLine() {
    return usageLine;
  }

  public void usageLine(boolean wanted) {
    usageLine = wanted;
  }

  public Reasoning reasoning() {
    return reasoning;
  }

  public void reasoning(Reasoning wanted) {
    reasoning = wanted;
  }

  public Conversation conversation() {
    return conversation;
  }

  public void conversation(Conversation changed) {
    conversation = changed;
  }

  /** The last thing that was said, whatever became of it. */
  public Optional<Message> lastSaid() {
    return lastSaid;
  }

  void said(Message message) {
    lastSaid = Optional.of(message);
  }

  /** What became of the last thing that was said to one model or chain. */
  public Optional<Delivery> last() {
    return last;
  }

  void ended(Delivery delivery) {
    last = Optional.of(delivery);
    spending.add(delivery);
  }

  /** The last comparison. */
  public Optional<Compared> compared() {
    return compared;
  }

  void compared(Compared comparison) {
    compared = Optional.of(comparison);
  }
}
