package dev.medley.cli;

import dev.medley.history.Filter;
import dev.medley.history.Found;
import dev.medley.history.SearchWords;
import dev.medley.render.FoundRuns;
import dev.medley.render.HistoryJson;
import dev.medley.render.HistoryTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley history search sky blue",
      "  medley history search \"rout*\" -m \"openai/*\" --since 30d"
    })
final class HistorySearchCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "all of them must be in it; a * at the end of one stands for any ending")
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-N", "--limit"},
      paramLabel = "COUNT",
      description = "at most so many (default: ${DEFAULT-VALUE}; 0: all)")
  private int limit = 20;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  @Mixin private HistoryFilterOptions wanted;

  private final Services services;

  HistorySearchCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    SearchWords looked = new SearchWords(String.join(" ", words));
    if (looked.isEmpty()) {
      throw CommandFailed.usage(
          "no words to look for", "name one or more: medley history search sky blue");
    }
    Console console = new OutputOptions().console(services);
    HistoryDesk desk = new HistoryDesk(services);
    Filter filter = wanted.filter(services.clock());
    int most = limit <= 0 ? -1 : limit;
    List<Found> found = desk.read(history -> history.search(looked, filter, most));
    if (json) {
      console.println(HistoryJson.document(found.stream().map(Found::run).toList()));
    } else if (found.isEmpty()) {
      console.note(desk.nothing("nothing found; words are looked for whole, sky* finds skyline"));
    } else {
      HistoryTable table =
          new HistoryTable(services.clock().now(), ZoneId.systemDefault(), console.outStyle());
      new FoundRuns(table, console.outStyle()).lines(found).forEach(console::println);
    }
    return ExitCode.OK;
  }
}
