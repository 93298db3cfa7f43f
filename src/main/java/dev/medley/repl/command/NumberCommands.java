package dev.medley.repl.command;

import dev.medley.config.Limits;
import dev.medley.render.Figures;
import dev.medley.render.Table;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Spending;
import dev.medley.repl.Spending.Account;
import java.util.List;

/** What it took. */
final class NumberCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "cost",
              Group.NUMBERS,
              "",
              "what this session has cost, model by model",
              NumberCommands::cost),
          new Command(
              "usage",
              Group.NUMBERS,
              "[OPTIONS]",
              "what all of medley has cost lately",
              (chat, argument) -> chat.program(ModelCommands.words("spend", argument))),
          new Command(
              "limits",
              Group.NUMBERS,
              "",
              "what may be spent, and what is left of it",
              NumberCommands::limits));

  private NumberCommands() {}

  private static void cost(Chat chat, String argument) {
    Spending spending = chat.session().spending();
    if (spending.total().isEmpty()) {
      chat.screen().note("nothing was billed in this session");
      return;
    }
    Table table =
        new Table(
            List.of(
                Column.left("model"),
                Column.right("answers"),
                Column.right("tokens"),
                Column.right("cost")));
    spending.accounts().forEach((model, account) -> add(table, model.toString(), account));
    if (spending.accounts().size() > 1) {
      add(table, "together", spending.total().get());
    }
    table.lines(chat.screen().style(), chat.screen().columns()).forEach(chat.screen()::println);
  }

  private static void limits(Chat chat, String argument) {
    Limits limits = chat.surroundings().settings().limits();
    if (limits.perRequest().or(limits::perDay).or(limits::perMonth).isEmpty()) {
      chat.screen().note("no limits are set; limits: in the configuration sets some");
    } else {
      chat.program("spend", "--by", "day", "--since", "1d");
    }
  }

  private static void add(Table table, String name, Account account) {
    table.add(
        List.of(
            Cell.of(name),
            Cell.of(Integer.toString(account.tries())),
            Cell.of(Figures.tokens(account.usage())),
            Cell.of(Figures.cost(account.cost()))));
  }
}
