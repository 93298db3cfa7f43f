package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.config.Origin;
import dev.medley.config.Target;
import dev.medley.config.Template;
import dev.medley.config.TemplateUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      "  medley ask -m demo/swift -f report.txt \"Summarize:\" > summary.txt",
      "  git diff | medley ask -m openai/gpt-4o-mini -t commit-message",
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
  @Mixin private ConversationOptions conversation;
  @Mixin private ConfigOption config;

  @Option(
      names = "--fallback",
      paramLabel = "MODEL",
      split = ",",
      description = "models to go on to when this one fails")
  private List<String> fallback = new ArrayList<>();

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "keep prompt and options as a template of that name; nothing is sent")
  private String save;

  private final Services services;

  AskCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    if (save != null) {
      return save(targets, console);
    }
    TemplateUse template = prompt.template(targets);
    AnswerForm form = answer.form(services, template);
    Plans plans = new Plans(services, targets, connection, chain, output.json || form.held());
    Earlier earlier = conversation.earlier(services, targets, console);
    List<String> named = template.models(models.names(), targets.settings().routing());
    Optional<Target> same = earlier.model().filter(model -> named.isEmpty());
    List<Target> candidates =
        new ArrayList<>(List.of(same.orElseGet(() -> targets.one(named, "ask"))));
    fallback.forEach(name -> candidates.addAll(targets.named(List.of(name))));
    var asked = prompt.read(services, console, template);
    Prompt sent = asked.prompt(earlier.system(), parameters.parameters(), parameters.stream());
    return new PromptRun(services, output, console, targets, form)
        .run(
            new Request("ask", earlier.before(sent), asked.files())
                .following(earlier.conversation()),
            plans.of(candidates, List.of()),
            chain);
  }

  private int save(Targets targets, Console console) {
    Template template =
        new Template(
            save,
            "",
            prompt.system(services),
            prompt.said(),
            Map.of(),
            models.names().stream().findFirst(),
            Optional.empty(),
            parameters.parameters(),
            answer.form().schema(services),
            answer.form().extract(),
            Origin.flag("--save"));
    console.println(TemplatesCommand.keep(template, targets.templates()).toString());
    return ExitCode.OK;
  }
}
