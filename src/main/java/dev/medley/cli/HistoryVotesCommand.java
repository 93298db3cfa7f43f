package dev.medley.cli;

import dev.medley.history.VoteCount;
import dev.medley.render.VotesTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley compare --blind -m demo/swift,demo/sage \"Explain model routing\"",
      "  medley history votes",
      "  medley history votes --task cheap_summary --json"
    })
final class HistoryVotesCommand implements Callable<Integer> {
  @Option(names = "--task", paramLabel = "TASK", description = "only votes on this task")
  private String task;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  private final Services services;

  HistoryVotesCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    Recording recording = new Recording(services, console);
    List<VoteCount> counts = services.votes(recording::warn).counts(Optional.ofNullable(task));
    if (json) {
      console.println(VotesTable.json(counts));
    } else if (counts.isEmpty()) {
      console.note("no votes yet; cast one: medley compare --blind -m demo/swift,demo/sage \"hi\"");
    } else {
      VotesTable.lines(counts, console.outStyle(), console.columns()).forEach(console::println);
    }
    return ExitCode.OK;
  }
}
