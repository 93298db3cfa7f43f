package dev.medley.cli;

import dev.medley.config.Bounds;
import dev.medley.config.Objective;
import dev.medley.config.Parsed;
import dev.medley.route.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the model is chosen. */
@OptionGroup("Routing")
final class RouteOptions {
  @Option(names = "--task", paramLabel = "TASK", description = "a task of the configuration")
  private String task;

  @Option(
      names = "--auto",
      negatable = true,
      description = "where no rule holds, tell the task from the prompt; no call is made for it")
  private Boolean auto;

  @Option(
      names = "--prefer",
      paramLabel = "WHAT",
      completionCandidates = Objectives.class,
      description = "cheap (or floor), fast (or nitro), best or balanced among the models allowed")
  private String prefer;

  @Option(
      names = "--max-latency",
      paramLabel = "TIME",
      description = "no model whose median time to the whole answer has been longer")
  private Duration maxLatency;

  @Option(names = "--explain", description = "say how the model is chosen, and send nothing")
  boolean explain;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "prompts with the task or model expected, YAML or JSONL; nothing is sent")
  Path test;

  /** The words of {@code --prefer}, without the synonyms. */
  static final class Objectives extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Objectives() {
      super(Arrays.stream(Objective.values()).map(Objective::word).toList());
    }
  }

  /**
   * @param named the task of a template, unless one is given here
   */
  Wish wish(Optional<String> named, List<String> models) {
    return new Wish(
        Optional.ofNullable(task).or(() -> named),
        models,
        Optional.ofNullable(prefer).map(RouteOptions::objective),
        new Bounds(Optional.empty(), Optional.ofNullable(maxLatency)),
        Optional.ofNullable(auto));
  }

  private static Objective objective(String text) {
    Parsed<Objective> parsed = Objective.parse(text);
    return parsed
        .value()
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "--prefer: " + parsed.reason().orElse(""),
                    "such as --prefer cheap, the lowest estimate for this prompt"));
  }
}
