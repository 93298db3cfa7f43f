package dev.medley.cli;

import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley ask -m demo/swift \"Why is the sky blue?\"",
      "  git diff | medley ask \"Write a commit message:\" > message.txt",
      "  medley ask -m openai/gpt-4o --fallback demo/swift --json \"hi\""
    })
final class AskCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConfigOption config;

  @Option(
      names = "--fallback",
      paramLabel = "MODEL",
      split = ",",
      description = "models to go on to when this one fails")
  private List<String> fallback = new ArrayList<>();

  private final Services services;

  AskCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    AnswerForm form = answer.form(services);
    Plans plans = new Plans(services, targets, connection, chain, output.json || form.held());
    List<Target> candidates = new ArrayList<>(List.of(targets.one(models.names(), "ask")));
    fallback.forEach(name -> candidates.addAll(targets.named(List.of(name))));
    var asked = prompt.read(services, console);
    Fallback.Plan plan = plans.of(candidates, List.of());
    return new PromptRun(services, output, console, targets.connection(), form)
        .run(
            "ask",
            plan,
            chain,
            asked.prompt(Optional.empty(), parameters.parameters(), parameters.stream()),
            Optional.empty());
  }
}
