package dev.medley.repl.command;

import dev.medley.render.Style;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Refused;
import dev.medley.repl.Suggestion;
import java.util.List;

/** About the program itself. */
final class ProgramCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "doctor",
              Group.PROGRAM,
              "[PROVIDER…]",
              "look at settings, keys and each provider",
              ProgramCommands::doctor),
          new Command(
              "help",
              Group.PROGRAM,
              "[COMMAND]",
              "show this, or what one command takes",
              (chat, before, word) ->
                  before.isEmpty()
                      ? chat.commands().all().stream()
                          .map(c -> new Suggestion(c.name(), c.group().head(), c.help()))
                          .toList()
                      : List.of(),
              ProgramCommands::help),
          new Command(
              "exit", Group.PROGRAM, "", "leave (also Ctrl-D)", (chat, argument) -> chat.leave()));

  private ProgramCommands() {}

  private static void doctor(Chat chat, String argument) {
    chat.program(ModelCommands.words("doctor", argument));
  }

  private static void help(Chat chat, String name) {
    if (!name.isEmpty()) {
      one(chat, name.replaceFirst("^[/.]", ""));
      return;
    }
    Style style = chat.screen().style();
    int width = chat.commands().all().stream().mapToInt(c -> c.synopsis().length()).max().orElse(0);
    for (Group group : Group.values()) {
      chat.screen().println(style.bold(group.head()));
      chat.commands().all().stream()
          .filter(command -> command.group() == group)
          .forEach(c -> chat.screen().println(line(c, width, chat.screen().columns())));
    }
    chat.screen().println(style.bold("Keys"));
    KEYS.forEach(chat.screen()::println);
  }

  private static final List<String> KEYS =
      List.of(
          "  Tab completes · Ctrl-R searches what you typed · Ctrl-O opens your editor",
          "  Ctrl-C stops an answer, at the prompt it clears the line · Ctrl-D leaves",
          "  Alt-Enter, \\ at the end, or \"\"\" … \"\"\": several lines",
          "  a line that begins with a space is not remembered");

  private static String line(Command command, int width, int columns) {
    String synopsis = "  " + command.synopsis();
    int indent = width + 4;
    boolean narrow = indent + command.help().length() > columns;
    return narrow
        ? synopsis + "\n      " + command.help()
        : synopsis + " ".repeat(indent - synopsis.length()) + command.help();
  }

  private static void one(Chat chat, String name) {
    Command command =
        chat.commands()
            .find(name)
            .orElseThrow(() -> Refused.usage("no command /" + name, "/help lists them"));
    chat.screen().println(command.synopsis());
    chat.screen().println("  " + command.help());
  }
}
