package dev.medley.repl.command;

import dev.medley.render.SafeText;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Enclosure;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is said, and what goes with it. */
final class PromptCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "file",
              Group.PROMPT,
              "[PATH… [-- TEXT]|off]",
              "put text files in front of the next prompt",
              FileNames.ANY,
              PromptCommands::file),
          new Command(
              "attach",
              Group.PROMPT,
              "[PATH|URL…|off]",
              "images or PDFs go with the next prompt",
              FileNames.ANY,
              PromptCommands::attach),
          new Command(
              "edit",
              Group.PROMPT,
              "[TEXT]",
              "write the prompt in your editor (also Ctrl-O)",
              PromptCommands::edit),
          new Command(
              "system",
              Group.PROMPT,
              "[TEXT|@FILE|off]",
              "show or change the system prompt",
              (chat, before, word) ->
                  before.isEmpty() && word.startsWith("@")
                      ? FileNames.below(word.substring(1), chat.surroundings().environment())
                          .stream()
                          .map(s -> new Suggestion("@" + s.text(), "", "", s.complete()))
                          .toList()
                      : List.of(),
              PromptCommands::system));

  private PromptCommands() {}

  private static void file(Chat chat, String argument) {
    enclose(chat, argument, chat.surroundings()::quote);
  }

  private static void attach(Chat chat, String argument) {
    enclose(chat, argument, chat.surroundings()::attach);
  }

  /** What stands behind a {@code --} is said at once. */
  private static void enclose(Chat chat, String argument, Function<String, Enclosure> open) {
    if (listed(chat, argument)) {
      return;
    }
    String[] parts = argument.split("(?:^|\\s+)--(?:\\s+|$)", 2);
    List<Enclosure> enclosures = Words.of(parts[0]).stream().map(open).toList();
    enclosures.forEach(chat.session().pending()::add);
    list(chat);
    if (parts.length > 1 && !parts[1].isBlank()) {
      chat.say(parts[1].strip());
    }
  }

  /** Whether all that was wanted is to see what waits, or to have it wait no longer. */
  private static boolean listed(Chat chat, String argument) {
    if (argument.equals("off")) {
      chat.session().pending().clear();
    }
    if (argument.isEmpty() || argument.equals("off")) {
      list(chat);
      return true;
    }
    return false;
  }

  private static void list(Chat chat) {
    List<String> names = chat.session().pending().names();
    chat.screen()
        .note(
            names.isEmpty()
                ? "nothing goes with the next prompt"
                : "with the next prompt: " + SafeText.forTerminal(String.join(", ", names)));
  }

  private static void edit(Chat chat, String text) {
    Optional<String> written = chat.screen().edit(text);
    if (written.isEmpty() || written.get().isBlank()) {
      chat.screen().note("nothing was written, nothing is sent");
    } else {
      String said = written.get().strip();
      chat.screen().note(chat.screen().noteStyle().dim(SafeText.forTerminal(said)));
      chat.say(said);
    }
  }

  private static void system(Chat chat, String argument) {
    if (argument.equals("off")) {
      chat.session().system(Optional.empty());
    } else if (argument.startsWith("@")) {
      chat.session().system(Optional.of(chat.surroundings().text(argument.substring(1))));
    } else if (!argument.isEmpty()) {
      chat.session().system(Optional.of(argument));
    }
    String text = chat.session().system().orElse("no system prompt");
    chat.screen().note(SafeText.forTerminal(text));
  }
}
