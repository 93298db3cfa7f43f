package dev.medley.cli;

import dev.medley.history.Filter;
import dev.medley.history.PastRun;
import dev.medley.render.HistoryJson;
import dev.medley.render.HistoryTable;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley history",
      "  medley history list --failed --since 7d",
      "  medley history search \"sky blue\"",
      "  medley history show",
      "  medley history export --format csv --since 2026-11-01 > november.csv",
      "  sqlite3 \"$(medley history path)\" \"SELECT * FROM recent LIMIT 10\""
    })
final class HistoryCommand implements Callable<Integer> {
  @Mixin private HistoryFilterOptions wanted;

  @Option(
      names = {"-N", "--limit"},
      paramLabel = "COUNT",
      description = "at most so many (default: ${DEFAULT-VALUE}; 0: all)")
  private int limit = 20;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  private final Services services;

  HistoryCommand(Services services) {
    this.services = services;
  }

  /** Those below; without any of them the command lists. */
  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "list", "List what was asked, the latest first.", () -> new HistoryCommand(services)),
        new CommandEntry(
            "search",
            "Look for words in prompts and answers.",
            () -> new HistorySearchCommand(services)),
        new CommandEntry(
            "show",
            "Show a prompt, its answer and what is known about them.",
            () -> new HistoryShowCommand(services)),
        new CommandEntry(
            "export",
            "Write runs and their attempts as JSON lines, JSON or CSV.",
            () -> new HistoryExportCommand(services)),
        new CommandEntry(
            "prune", "Forget what was asked long ago.", () -> new HistoryPruneCommand(services)),
        new CommandEntry(
            "votes",
            "Show how models did in blind votes, by task.",
            () -> new HistoryVotesCommand(services)),
        new CommandEntry(
            "path",
            "Print where the history is: a file for any SQLite tool.",
            () -> new HistoryPathCommand(services)));
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    HistoryDesk desk = new HistoryDesk(services);
    Filter filter = wanted.filter(services.clock());
    int most = limit <= 0 ? -1 : limit;
    List<PastRun> runs = desk.read(history -> history.latest(filter, most));
    if (json) {
      console.println(HistoryJson.document(runs));
    } else if (runs.isEmpty()) {
      console.note(desk.nothing("nothing like that is in the history"));
    } else {
      new HistoryTable(services.clock().now(), ZoneId.systemDefault(), console.outStyle())
          .lines(runs, console.columns())
          .forEach(console::println);
    }
    return ExitCode.OK;
  }
}
