package dev.medley.cli;

import dev.medley.history.Filter;
import dev.medley.history.PastRun;
import dev.medley.render.HistoryCsv;
import dev.medley.render.HistoryJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley history export > history.jsonl",
      "  medley history export --format csv --since 30d > month.csv",
      "",
      "The oldest comes first. In CSV, a text that a spreadsheet would take for a formula begins",
      "with an apostrophe."
    })
final class HistoryExportCommand implements Callable<Integer> {
  private static final int PAGE = 200;

  /** What is written. */
  enum Format {
    jsonl,
    json,
    csv
  }

  @Mixin private HistoryFilterOptions wanted;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Format format = Format.jsonl;

  private final Services services;

  HistoryExportCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    switch (format) {
      case jsonl -> write(console, run -> HistoryJson.line(run) + "\n");
      case csv -> {
        console.print(HistoryCsv.head());
        write(console, HistoryCsv::row);
      }
      case json -> {
        console.print("{\"schema_version\":1,\"runs\":[\n");
        Separator separator = new Separator();
        write(console, run -> separator.next() + HistoryJson.line(run));
        console.print("\n]}\n");
      }
    }
    return ExitCode.OK;
  }

  /** Between the members of an array. */
  private static final class Separator {
    private String text = "";

    String next() {
      String now = text;
      text = ",\n";
      return now;
    }
  }

  /** Page by page: a history may be larger than the memory. */
  private void write(Console console, Function<PastRun, String> text) {
    HistoryDesk desk = new HistoryDesk(services);
    Filter filter = wanted.filter(services.clock());
    Optional<String> after = Optional.empty();
    while (true) {
      Optional<String> from = after;
      List<PastRun> page = desk.read(history -> history.page(from, filter, PAGE));
      StringBuilder piece = new StringBuilder();
      page.forEach(run -> piece.append(text.apply(run)));
      console.print(piece.toString());
      if (page.size() < PAGE) {
        return;
      }
      after = Optional.of(page.get(page.size() - 1).id());
    }
  }
}
