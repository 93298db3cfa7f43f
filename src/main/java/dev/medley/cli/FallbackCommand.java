package dev.medley.cli;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.TemplateUse;
import dev.medley.fallback.Fallback;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley fallback -m demo/down,demo/flaky,demo/swift \"hi\"",
      "  medley fallback --drill 429,cut -m demo/swift,demo/steady,demo/sage",
      "  medley fallback --chain default --json \"hi\" | jq '.attempts[].outcome'"
    })
final class FallbackCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions options;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConversationOptions conversation;
  @Mixin private ConfigOption config;

  @Option(
      names = "--chain",
      paramLabel = "CHAIN",
      description = "a chain of the configuration (default: the one named default)")
  private String chain;

  @Option(
      names = "--on",
      paramLabel = "CLASS",
      split = ",",
      description = "error classes or statuses that move on, such as rate_limit,timeout,5xx")
  private List<String> on = new ArrayList<>();

  @Option(
      names = "--drill",
      paramLabel = "FAULT",
      split = ",",
      description = {
        "rehearse with simulated models and these faults, the first for the first model; nothing"
            + " is sent: 429, 429-wait, 500, 503, down, timeout, stall, cut, reset, broken,"
            + " context, policy, auth, quota, empty, malformed"
      })
  private List<String> drill = new ArrayList<>();

  private final Services services;

  FallbackCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    if (!drill.isEmpty()) {
      return rehearse(console, targets);
    }
    TemplateUse template = prompt.template(targets);
    AnswerForm form = answer.form(services, template);
    Earlier earlier = conversation.earlier(services, targets, console);
    Fallback.Plan plan = plan(targets, earlier, output.json || form.held());
    var asked = prompt.read(services, console, template);
    Prompt sent = asked.prompt(earlier.system(), parameters.parameters(), parameters.stream());
    return new PromptRun(services, output, console, targets, form)
        .run(
            new Request("fallback", earlier.before(sent), asked.files())
                .following(earlier.conversation()),
            plan,
            options);
  }

  private Fallback.Plan plan(Targets targets, Earlier earlier, boolean held) {
    Plans plans = new Plans(services, targets, connection, options, held);
    if (!models.names().isEmpty() && chain == null) {
      return plans.of(targets.named(models.names()), on);
    }
    Fallback.Plan plan = plans.of(namedChain(targets), on);
    return chain == null ? plan.with(earlier.first(plan.candidates())) : plan;
  }

  private int rehearse(Console console, Targets targets) {
    // What is wrong with it is told before anything starts; the deadline begins after that.
    Earlier earlier = conversation.earlier(services, targets, console);
    Drill ordered = Drill.of(drill, plan(targets, earlier, output.json));
    String user =
        prompt.given()
            ? prompt.read(services, console, prompt.template(targets)).user()
            : "Is anybody there?";
    Prompt sent =
        new Prompt(List.of(Message.user(user)), parameters.parameters(), parameters.stream());
    DrillRun run =
        new DrillRun(
            services,
            output,
            console,
            connection.timeouts(Drill.shortened(targets.settings().network())));
    run.warmUp(ordered.plan().candidates().models().get(0));
    return run.run(Drill.of(drill, plan(targets, earlier, output.json)), sent);
  }

  private Chain namedChain(Targets targets) {
    if (chain != null && !models.names().isEmpty()) {
      throw CommandFailed.usage("both -m and --chain are given", "give one of them");
    }
    return targets.chain(chain == null ? "default" : chain);
  }
}
