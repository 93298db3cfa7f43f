package dev.medley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    footer = {
      "",
      "Examples:",
      "  sqlite3 \"$(medley history path)\" .schema",
      "  sqlite3 \"$(medley history path)\" \"SELECT * FROM recent LIMIT 10\""
    })
final class HistoryPathCommand implements Callable<Integer> {
  private final Services services;

  HistoryPathCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    HistoryDesk desk = new HistoryDesk(services);
    console.println(desk.file().toString());
    if (!desk.begun()) {
      console.note(desk.nothing(""));
    }
    return ExitCode.OK;
  }
}
