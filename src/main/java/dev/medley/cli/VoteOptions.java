package dev.medley.cli;

import dev.medley.catalog.TokenEstimate;
import dev.medley.config.Task;
import dev.medley.route.classify.Classifier;
import dev.medley.route.classify.Kind;
import dev.medley.route.classify.SourceCode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Choosing the best answer without knowing whose it is. */
@OptionGroup("Blind vote")
final class VoteOptions {
  @Option(
      names = "--blind",
      description = {
        "show the answers as A, B, C in an order that tells nothing; a key chooses the best, then"
            + " the names are shown; medley history votes counts the votes"
      })
  private boolean blind;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "with --blind: what the vote is about (default: what the prompt seems to be)")
  private String task;

  boolean blind() {
    return blind;
  }

  /** What a vote on this prompt is about. */
  String task(String prompt) {
    return Optional.ofNullable(task)
        .or(
            () ->
                Classifier.bundled()
                    .classify(prompt, SourceCode.in(prompt), TokenEstimate.of(prompt))
                    .kind()
                    .map(Kind::task))
        .orElse(Task.DEFAULT);
  }
}
