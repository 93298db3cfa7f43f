package dev.medley.cli;

import dev.medley.history.Filter;
import dev.medley.history.PastRun;
import dev.medley.render.HistoryJson;
import dev.medley.render.HistoryText;
import dev.medley.render.SafeText;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley history show",
      "  medley history show mwvipgxp",
      "  medley history show -r | pbcopy"
    })
final class HistoryShowCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "or its beginning (default: the last run)")
  private String id;

  @Option(
      names = {"-r", "--response"},
      description = "only the answer, as it came")
  private boolean response;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  private final Services services;

  HistoryShowCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    HistoryDesk desk = new HistoryDesk(services);
    Optional<PastRun> run =
        id == null ? desk.read(history -> history.last(Filter.ALL)) : Optional.of(desk.run(id));
    if (run.isEmpty()) {
      console.note(desk.nothing("the history is empty"));
      return ExitCode.OK;
    }
    show(run.get(), console);
    return ExitCode.OK;
  }

  private void show(PastRun run, Console console) {
    if (json) {
      console.println(HistoryJson.document(run));
    } else if (response) {
      String text = run.ending().outcome().reply().text();
      console.answer(text.endsWith("\n") ? text : text + "\n");
    } else {
      new HistoryText(
              ZoneId.systemDefault(),
              console.outStyle(),
              console.outIsTerminal() ? SafeText::forTerminal : UnaryOperator.identity())
          .lines(run)
          .forEach(console::println);
    }
  }
}
