package dev.medley.repl.command;

import dev.medley.config.Target;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Conversation;
import dev.medley.repl.Destination;
import dev.medley.repl.FirstWords;
import dev.medley.repl.Refused;
import dev.medley.repl.Said;
import dev.medley.repl.Screen;
import dev.medley.repl.Session;
import dev.medley.repl.Session.Reasoning;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Turn;
import java.util.List;

/** What becomes of the turns of a conversation. */
final class TurnCommands {
  private static final List<Suggestion> REASONING =
      List.of(
          new Suggestion("show", "", "print it while it comes"),
          new Suggestion("fold", "", "one line says how much there was"),
          new Suggestion("hide", "", "not a word of it"));

  static final List<Command> ALL =
      List.of(
          new Command(
              "retry",
              Group.CONVERSATION,
              "[MODEL]",
              "ask the last prompt again, drop its answer",
              Names.MODEL,
              TurnCommands::retry),
          new Command(
              "undo",
              Group.CONVERSATION,
              "",
              "take back the last prompt and its answer",
              TurnCommands::undo),
          new Command(
              "drop",
              Group.CONVERSATION,
              "[N]",
              "no longer send the oldest turn, or N of them",
              TurnCommands::drop),
          new Command(
              "reasoning",
              Group.CONVERSATION,
              "[show|fold|hide]",
              "show the last one, or say what becomes of it",
              (chat, before, word) -> before.isEmpty() ? REASONING : List.of(),
              TurnCommands::reasoning));

  private TurnCommands() {}

  private static void retry(Chat chat, String model) {
    Session session = chat.session();
    Said said =
        session
            .lastSaid()
            .orElseThrow(() -> Refused.usage("nothing was said yet", "say something first"));
    Destination there =
        model.isEmpty()
            ? session.destination()
            : new Destination.Direct(one(chat, model), List.of());
    session.conversation(session.conversation().before(said));
    chat.ask(said, there);
  }

  private static Target one(Chat chat, String name) {
    List<Target> found = chat.surroundings().named(List.of(name));
    if (found.size() != 1) {
      throw Refused.usage(
          name + " stands for " + found.size() + " models", "/compare asks them all");
    }
    return found.get(0);
  }

  private static void undo(Chat chat, String argument) {
    Conversation now = chat.session().conversation();
    if (now.turns().isEmpty()) {
      throw Refused.usage("nothing to take back", "the conversation is empty");
    }
    Turn last = now.turns().get(now.turns().size() - 1);
    chat.session().conversation(now.minusLast());
    chat.screen().note("taken back: " + FirstWords.of(last.said().message().text()));
  }

  private static void drop(Chat chat, String argument) {
    int count = count(argument);
    Conversation now = chat.session().conversation();
    Conversation shorter = now.withoutOldest(count);
    chat.session().conversation(shorter);
    chat.screen()
        .note(
            (shorter.dropped() - now.dropped())
                + " left out; "
                + shorter.sent().size()
                + " of "
                + shorter.turns().size()
                + " turns are sent");
  }

  private static int count(String argument) {
    if (argument.isEmpty()) {
      return 1;
    }
    if (!argument.matches("[1-9]\\d{0,5}")) {
      throw Refused.usage(argument + " is no number of turns", "/drop 2");
    }
    return Integer.parseInt(argument);
  }

  private static void reasoning(Chat chat, String argument) {
    if (argument.isEmpty()) {
      String text =
          chat.session().last().map(last -> last.outcome().reply().reasoning()).orElse("").strip();
      show(chat.screen(), text);
      return;
    }
    chat.session()
        .reasoning(
            switch (argument) {
              case "show" -> Reasoning.SHOW;
              case "fold" -> Reasoning.FOLD;
              case "hide" -> Reasoning.HIDE;
              default -> throw Refused.usage("show, fold or hide, not " + argument, "");
            });
    chat.screen().note("reasoning: " + argument);
  }

  private static void show(Screen screen, String reasoning) {
    if (reasoning.isEmpty()) {
      screen.note("the last answer came without reasoning");
      return;
    }
    Screen.AnswerView view = screen.answer();
    view.text(reasoning);
    view.finish();
  }
}
