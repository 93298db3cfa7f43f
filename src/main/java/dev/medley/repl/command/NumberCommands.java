package dev.medley.repl.command;

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
              NumberCommands::cost));

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

  private static void add(Table table, String name, Account account) {
    table.add(
        List.of(
            Cell.of(name),
            Cell.of(Integer.toString(account.tries())),
            Cell.of(Figures.tokens(account.usage())),
            Cell.of(Figures.cost(account.cost()))));
  }
}
