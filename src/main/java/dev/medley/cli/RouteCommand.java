package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.render.RouteLine;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Router;
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
      "  medley route --task cheap_summary < report.txt",
      "  medley route --config examples/tokenbay.yaml --dry-run \"Summarize this\""
    })
final class RouteCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConfigOption config;

  @Option(names = "--task", paramLabel = "TASK", description = "a task of the configuration")
  private String task;

  private final Services services;

  RouteCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    TemplateUse template = prompt.template(targets);
    AnswerForm form = answer.form(services, template);
    Plans plans = new Plans(services, targets, connection, chain, output.json || form.held());
    var asked = prompt.read(services, console, template);
    Prompt plain = asked.prompt(Optional.empty(), parameters.parameters(), parameters.stream());
    Decision decision =
        decide(
            targets,
            Features.of(plain, asked.piped()),
            Optional.ofNullable(task).or(template::task));
    Prompt routed =
        asked.prompt(
            decision.system(),
            parameters.parameters().orElse(asked.options()).orElse(decision.options()),
            parameters.stream());
    if (!output.quiet) {
      console.note(console.errStyle().dim(RouteLine.of(decision, routed)));
    }
    return new PromptRun(services, output, console, targets, form)
        .run(
            new Request("route", routed, asked.files(), Optional.of(decision)),
            plan(plans, targets, decision),
            chain);
  }

  private Decision decide(Targets targets, Features features, Optional<String> named) {
    Router router = new Router(targets.settings().routing(), targets::namedOrDefault);
    var tasks = targets.settings().routing().tasks();
    named
        .filter(name -> !tasks.containsKey(name))
        .ifPresent(
            name -> {
              throw CommandFailed.usage(
                  "no task \"" + name + "\"", "known tasks: " + String.join(", ", tasks.keySet()));
            });
    return router.decide(features, named);
  }

  private Fallback.Plan plan(Plans plans, Targets targets, Decision decision) {
    List<Target> chosen = List.of(decision.model());
    return decision
        .chain()
        .map(name -> plans.of(targets.chain(name), List.of()))
        .orElseGet(() -> plans.of(chosen, List.of()));
  }
}
