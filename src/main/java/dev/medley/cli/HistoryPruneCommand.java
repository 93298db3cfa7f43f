package dev.medley.cli;

import dev.medley.config.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley history prune --older-than 90d --dry-run",
      "  medley history prune --older-than 90d",
      "",
      "What is forgotten counts no longer in medley spend."
    })
final class HistoryPruneCommand implements Callable<Integer> {
  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      required = true,
      description = "such as 30d, 12h; 0d forgets all")
  private String age;

  @Option(names = "--dry-run", description = "only say how many that would be")
  private boolean dryRun;

  private final Services services;

  HistoryPruneCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    HistoryDesk desk = new HistoryDesk(services);
    Instant before = services.clock().now().minus(age());
    if (!desk.begun()) {
      console.note(desk.nothing(""));
      return ExitCode.OK;
    }
    int runs = desk.read(h -> dryRun ? h.countBefore(before) : h.prune(before));
    console.note((dryRun ? "would forget " : "forgot ") + runs + (runs == 1 ? " run" : " runs"));
    return ExitCode.OK;
  }

  private Duration age() {
    if (age.matches("[\\d.]+\\s*[a-z]+")) {
      var parsed = Durations.parse(age).value();
      if (parsed.isPresent()) {
        return parsed.get();
      }
    }
    throw CommandFailed.usage("--older-than is '" + age + "'", "write 30d or 12h");
  }
}
