package dev.medley.cli;

import dev.medley.chat.Clock;
import dev.medley.history.Filter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which runs of the history are wanted. */
@OptionGroup("Which runs")
final class HistoryFilterOptions {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description = "asked or answered by this model; * stands for any text")
  private String model;

  @Option(names = "--task", paramLabel = "TASK", description = "routed by this task")
  private String task;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "not earlier: 2h, 7d, 2026-11-20 or 2026-11-20T08:30")
  private String since;

  @Option(names = "--failed", description = "only those without a whole answer")
  private boolean failed;

  Filter filter(Clock clock) {
    return new Filter(
        Optional.ofNullable(model),
        Optional.ofNullable(task),
        Optional.ofNullable(since).map(text -> since(text, clock)),
        failed);
  }

  /** A point in time as it is given on the command line. */
  static Instant since(String text, Clock clock) {
    return PointInTime.parse(text, clock.now(), ZoneId.systemDefault())
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "--since is '" + text + "'",
                    "write how long ago, 2h or 7d, or a day, 2026-11-20"));
  }
}
