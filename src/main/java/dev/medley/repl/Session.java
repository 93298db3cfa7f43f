package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.send.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private Optional<Target> model = Optional.empty();
  private Optional<String> system = Optional.empty();
  private TemplateUse template = TemplateUse.NONE;
  private Parameters parameters = Parameters.NONE;
  private final Set<Path> ownFiles = new HashSet<>();
  private boolean stream = true;
  private boolean usageLine = true;
  private Reasoning reasoning = Reasoning.FOLD;
  private Conversation conversation = Conversation.EMPTY;
  private Optional<Said> lastSaid = Optional.empty();
  private Optional<Delivery> last = Optional.empty();
  private Optional<Compared> compared = Optional.empty();

  public Session(Destination destination) {
    sendTo(destination);
  }

  /** What would be sent if this were said now. */
  Prompt prompt(Conversation before, Said said) {
    List<Message> messages = new ArrayList<>();
    system.or(said::system).map(Message::system).ifPresent(messages::add);
    messages.addAll(before.messages());
    messages.add(said.message());
    return new Prompt(messages, parameters.orElse(template.options()), stream);
  }

  /** What would be sent if this were said now. */
  Prompt prompt(Said said, Optional<String> otherSystem, Parameters defaults) {
    return prompt(conversation, said, otherSystem, defaults);
  }

  Prompt prompt(Conversation before, Said said, Optional<String> otherSystem, Parameters defaults) {
    List<Message> messages = new ArrayList<>();
    system.or(said::system).or(() -> otherSystem).map(Message::system).ifPresent(messages::add);
    messages.addAll(before.messages());
    messages.add(said.message());
    return new Prompt(messages, parameters.orElse(template.options()).orElse(defaults), stream);
  }

  /** What would be sent if this were said now, by nobody's wish but the user's. */
  public Prompt prompt(Said said) {
    return prompt(conversation, said);
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
    if (other instanceof Destination.Direct direct) {
      model = Optional.of(direct.model());
    }
  }

  /** Whom prompts go to, or went to before chains or rules were to choose. */
  public Optional<Target> model() {
    return model;
  }

  public Optional<String> system() {
    return system;
  }

  public void system(Optional<String> text) {
    system = text;
  }

  /** What is said is put into this. */
  public TemplateUse template() {
    return template;
  }

  public void template(TemplateUse use) {
    template = use;
  }

  /** What is said now, with all that waits for it. */
  public Said saying(String text) {
    return pending.with(text, template);
  }

  public Parameters parameters() {
    return parameters;
  }

  public void parameters(Parameters changed) {
    parameters = changed;
  }

  /** Files that this session has written or read, and may write again. */
  public Set<Path> ownFiles() {
    return ownFiles;
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

  /** Goes on with a conversation of the history. */
  public void resume(Resumed past) {
    system = system.or(past::system);
    conversation = past.conversation();
    lastSaid = conversation.turns().stream().reduce((a, b) -> b).map(Turn::said);
  }

  public Conversation conversation() {
    return conversation;
  }

  public void conversation(Conversation changed) {
    conversation = changed;
  }

  /** The last thing that was said, whatever became of it. */
  public Optional<Said> lastSaid() {
    return lastSaid;
  }

  void said(Said said) {
    lastSaid = Optional.of(said);
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
