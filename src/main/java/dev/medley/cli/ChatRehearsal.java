package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.config.Target;
import dev.medley.fallback.Cooldown;
import dev.medley.history.Recorder;
import dev.medley.render.Style;
import dev.medley.repl.Chat;
import dev.medley.repl.Destination;
import dev.medley.repl.Journal;
import dev.medley.repl.Screen;
import dev.medley.repl.Session;
import dev.medley.repl.command.AllCommands;
import dev.medley.repl.line.TerminalDoor;
import dev.medley.repl.line.TerminalScreen;
import dev.medley.send.Sender;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Conversations that nobody sees, while the user types the first prompt: at a terminal in memory,
 * with a model in this process that answers at once. A JVM is slow at what it does for the first
 * times; afterwards a turn costs a few milliseconds. Nothing of it is kept, counted or sent out.
 */
final class ChatRehearsal {
  private static final int CONVERSATIONS = 20;

  /** Two lines, and the end of input. */
  private static final String KEYS = "a line\rone more\r\u0004";

  private final ChatSurroundings real;
  private final Services services;
  private final Target target;
  private volatile boolean wanted = true;
  private volatile Optional<Services.Practice> practice = Optional.empty();

  ChatRehearsal(ChatSurroundings real, Services services, Target target) {
    this.real = real;
    this.services = services;
    this.target = target;
  }

  /** Practises for as long as it is of use. */
  void run() throws IOException {
    Recorder nothing = Recorder.none();
    try (Services.Practice opened = services.practice()) {
      practice = Optional.of(opened);
      ChatModel model = opened.model();
      for (int i = 0; i < CONVERSATIONS && wanted; i++) {
        converse(new Unseen(real, new Journal(nothing, () -> ""), services.sender(m -> model)));
      }
    } finally {
      nothing.finish();
    }
  }

  /** It is in earnest now; the turn that is being practised ends by itself. */
  void enough() {
    wanted = false;
  }

  /** The process is about to end. */
  void breakOff() {
    enough();
    try {
      if (practice.isPresent()) {
        practice.get().close();
      }
    } catch (IOException closed) {
      // That was the aim.
    }
  }

  private void converse(ChatSurroundings unseen) {
    try (Screen screen =
        TerminalScreen.open(
            TerminalDoor.typing(KEYS),
            Style.COLOR,
            TerminalScreen.Answers.RENDERED,
            services.environment(),
            Optional.empty())) {
      Session session = new Session(new Destination.Direct(target, List.of()));
      new Chat(unseen, screen, session, AllCommands.list()).run(Optional.empty());
    }
  }

  /** The same surroundings, in which nothing counts. */
  private static final class Unseen extends ChatSurroundings {
    private final Sender sender;

    Unseen(ChatSurroundings like, Journal journal, Sender sender) {
      super(like, journal);
      this.sender = sender;
    }

    @Override
    public Sender sender() {
      return sender;
    }

    @Override
    Cooldown cooldown() {
      return Cooldown.NONE;
    }

    @Override
    public Cancellation renewedCancellation() {
      return new Cancellation();
    }
  }
}
