package dev.medley.cli;

import dev.medley.config.Chain;
import dev.medley.fallback.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fallback",
    description = "Ask models in order until one answers.",
    footer = {
      "",
      "Examples:",
      "  medley fallback -m demo/down,demo/flaky,demo/swift \"hi\"",
      "  medley fallback --chain default --json \"hi\" | jq '.attempts[].outcome'"
    })
final class FallbackCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private CooldownOption cooldown;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConfigOption config;

  @Option(
      names = "--chain",
      paramLabel = "NAME",
      description = "a chain of the configuration (default: the one named default)")
  private String chain;

  @Option(
      names = "--on",
      paramLabel = "CLASS",
      split = ",",
      description = "error classes or statuses that move on, such as rate_limit,timeout,5xx")
  private List<String> on = new ArrayList<>();

  private final Services services;

  FallbackCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    AnswerForm form = answer.form(services);
    Plans plans = new Plans(targets, connection, output.json || form.held());
    Fallback.Plan plan =
        models.names().isEmpty() || chain != null
            ? plans.of(namedChain(targets), on)
            : plans.of(targets.named(models.names()), on);
    var asked = prompt.read(services, console);
    return new PromptRun(services, output, console, targets.connection(), form)
        .run(
            "fallback",
            plan,
            cooldown.of(services, console),
            asked.prompt(Optional.empty(), parameters.parameters(), parameters.stream()),
            Optional.empty());
  }

  private Chain namedChain(Targets targets) {
    if (chain != null && !models.names().isEmpty()) {
      throw CommandFailed.usage("both -m and --chain are given", "give one of them");
    }
    return targets.chain(chain == null ? "default" : chain);
  }
}
