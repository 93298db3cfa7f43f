package dev.medley.cli;

import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.judge.SameModel;
import dev.medley.config.Target;
import dev.medley.send.Models;
import dev.medley.send.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A model that judges the answers of the others. */
@OptionGroup("Judge")
final class JudgeOptions {
  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description = {
        "compare every two answers by this model, in both orders (a verdict that flips with the"
            + " order is a tie), or let it decide checks: --check 'judge: is polite'; demo/judge"
            + " is a simulated one; what it costs is shown apart and counts for --max-cost"
      })
  private String judge;

  @Option(
      names = "--criteria",
      paramLabel = "TEXT|@FILE",
      description = "what makes an answer the better one, for --judge")
  private String criteria;

  @Option(
      names = "--allow-self-judge",
      description = "let a model judge its own answers; models tend to prefer those")
  private boolean allowSelf;

  /** Ends the command when there is nothing for a judge to do. */
  void requireWork(boolean hasChecks) {
    if (judge != null && (criteria == null || criteria.isBlank()) && !hasChecks) {
      throw CommandFailed.usage(
          "--judge does not know what makes an answer better",
          "say it: --criteria \"is correct and short\", or --check 'judge: is polite'");
    }
  }

  /** What makes an answer better; empty: answers are not compared in pairs. */
  Optional<String> criteria(Services services) {
    return Optional.ofNullable(criteria)
        .map(text -> new TextFiles(services.environment(), StandardCharsets.UTF_8).textOrFile(text))
        .filter(text -> !text.isBlank());
  }

  /**
   * How it is asked.
   *
   * @param models those that may be asked, within the limits of the command
   * @param dispatcher of those who are judged
   */
  record Means(Models models, Dispatcher dispatcher, Judge.Witness witness) {}

  /** The judge, who is none of those that are judged. */
  Optional<Judge> judge(Services services, Targets targets, List<Target> judged, Means means) {
    if (judge == null) {
      if (criteria != null || allowSelf) {
        throw CommandFailed.usage(
            "--criteria and --allow-self-judge go with --judge", "name one: --judge demo/judge");
      }
      return Optional.empty();
    }
    Target model = targets.one(List.of(judge), "--judge");
    judged.stream()
        .filter(contestant -> !allowSelf && SameModel.of(contestant, model))
        .findFirst()
        .ifPresent(
            contestant -> {
              throw CommandFailed.usage(
                  contestant.ref() + " would judge itself",
                  "name another judge, or say --allow-self-judge");
            });
    RetryPolicy retries =
        new RetryPolicy(RetryPolicy.DEFAULT_RETRIES, RetryPolicy.LONGEST_WAIT, true);
    return Optional.of(
        new Judge(
            model,
            new Judge.Line(
                bound -> services.sender(bound.apply(means.models())),
                retries,
                means.dispatcher().entrance(model.ref().provider())),
            services::random,
            means.witness()));
  }
}
