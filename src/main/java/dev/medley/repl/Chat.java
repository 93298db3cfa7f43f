package dev.medley.repl;

import dev.medley.chat.FailureKind;
import dev.medley.send.Delivery;
import java.util.List;
import java.util.Optional;

/** The loop: what is typed is a command or is said. */
public final class Chat {
  private final Surroundings surroundings;
  private final Screen screen;
  private final Session session;
  private final Commands commands;
  private final Asking asking;
  private Optional<FailureKind> firstFailure = Optional.empty();
  private boolean interrupted;
  private boolean leaving;

  public Chat(Surroundings surroundings, Screen screen, Session session, List<Command> commands) {
    this.surroundings = surroundings;
    this.screen = screen;
    this.session = session;
    this.commands = new Commands(commands);
    this.asking = new Asking(session, screen, surroundings);
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public Screen screen() {
    return screen;
  }

  public Session session() {
    return session;
  }

  public Commands commands() {
    return commands;
  }

  public Asking asking() {
    return asking;
  }

  /** After this command, the conversation is over. */
  public void leave() {
    leaving = true;
  }

  /**
   * Until it is left.
   *
   * @return why the first prompt that failed did; empty when none did
   */
  public Optional<FailureKind> run(Optional<String> first) {
    first.ifPresent(text -> guarded(() -> say(text)));
    screen.completing(words -> commands.suggest(this, words));
    while (!leaving) {
      guarded(this::step);
    }
    sayHowToComeBack();
    return firstFailure;
  }

  private void step() {
    Typed typed = screen.read(PromptLine.of(session, screen.style(), screen.columns()));
    if (typed instanceof Typed.Line line) {
      interrupted = false;
      take(line.text());
    } else if (typed instanceof Typed.Interrupted by) {
      hint(by);
    } else {
      leave();
    }
  }

  private void sayHowToComeBack() {
    Optional<String> kept = surroundings.journal().conversationId();
    if (screen.interactive() && kept.isPresent() && !session.conversation().turns().isEmpty()) {
      screen.note(screen.noteStyle().dim("medley chat --cid " + kept.get() + " goes on from here"));
    }
  }

  private void hint(Typed.Interrupted by) {
    if (interrupted && !by.cleared()) {
      screen.note(screen.noteStyle().dim("Ctrl-D leaves; /help lists the commands"));
    }
    interrupted = true;
  }

  /** Does what a typed line means: a command, or something said; nothing when it is empty. */
  public void take(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    Optional<String> block = Block.inside(text);
    Optional<Commands.Call> call = block.isPresent() ? Optional.empty() : commands.call(text);
    if (call.isPresent()) {
      call.get().command().action().run(this, call.get().argument());
    } else {
      say(block.orElse(text.startsWith("//") ? text.substring(1) : text));
    }
  }

  /** Goes on with a conversation of the history, and says where it stands. */
  public void resume(Resumed past) {
    session.resume(past);
    surroundings.journal().conversation(past.id());
    List<Turn> turns = past.conversation().turns();
    Turn last = turns.get(turns.size() - 1);
    screen.note(
        Conversation.turns(turns.size())
            + " before; the last: "
            + FirstWords.of(last.said().message().text()));
  }

  /** Says it, with all that waits to go with it. */
  public void say(String text) {
    say(text, session.destination());
  }

  /** The same, to there and this once. */
  public void say(String text, Destination there) {
    ask(session.saying(text), there);
  }

  /** Sends a message that is complete. */
  public void ask(Said said, Destination there) {
    asking
        .ask(said, there)
        .flatMap(Delivery::failure)
        .ifPresent(failure -> remember(failure.kind()));
  }

  private void remember(FailureKind kind) {
    firstFailure = firstFailure.or(() -> Optional.of(kind));
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Refused refused) {
      remember(refused.failure().kind());
      ChatHints.errors(screen.noteStyle()).of("", refused.failure()).forEach(screen::note);
    }
  }

  /** Runs another command of the program; Ctrl-C ends it. */
  public void program(String... args) {
    screen.during(surroundings.renewedCancellation(), () -> surroundings.run(args));
  }
}
