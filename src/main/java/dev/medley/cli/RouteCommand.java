package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.Prompt;
import dev.medley.config.Chain;
import dev.medley.config.Routing;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.config.Trait;
import dev.medley.fallback.Fallback;
import dev.medley.history.PastFile;
import dev.medley.render.JsonReport;
import dev.medley.render.RouteExplanation;
import dev.medley.render.RouteLine;
import dev.medley.route.Candidate;
import dev.medley.route.Circumstances;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.ModelPool;
import dev.medley.route.Routed;
import dev.medley.route.Router;
import dev.medley.route.Wish;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley route --explain --config examples/tokenbay.yaml \"Summarize this\"",
      "  medley route --task cheap_summary < report.txt",
      "  medley route -m demo/swift,demo/sage --prefer cheap \"hi\"",
      "  medley route --auto --test prompts.yaml"
    })
final class RouteCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private RouteOptions routing;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private ChainOptions chain;
  @Mixin private OutputOptions output;
  @Mixin private AnswerOptions answer;
  @Mixin private ConversationOptions conversation;
  @Mixin private ConfigOption config;

  private final Services services;

  RouteCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    TemplateUse template = prompt.template(targets);
    Earlier earlier = conversation.earlier(services, targets, console);
    Wish wish = wish(targets, template.task().or(() -> earlier.task(targets)));
    Routing rules =
        template.template().isPresent()
            ? targets.settings().routing().withoutTemplates()
            : targets.settings().routing();
    ModelPool pool = new ConfiguredPool(services, targets, console, chain);
    if (routing.test != null) {
      return new RouteTrial(services, console, rules, pool)
          .run(routing.test, wish, circumstances(), output.json);
    }
    AnswerForm form = answer.form(services, template);
    Plans plans = new Plans(services, targets, connection, chain, output.json || form.held());
    var asked = prompt.read(services, console, template);
    Prompt plain =
        earlier.before(
            asked.prompt(earlier.system(), parameters.parameters(), parameters.stream()));
    Decision decision = new Router(rules, pool).decide(features(plain, asked, form), wish);
    if (routing.explain) {
      return explain(console, decision);
    }
    if (!output.quiet) {
      console.note(console.errStyle().dim(RouteLine.of(decision)));
    }
    decision.selection().failure().ifPresent(failure -> refuse(decision, failure));
    Prompt routed = Routed.prompt(decision.match().task(), plain);
    return new PromptRun(services, output, console, targets, form)
        .run(
            new Request("route", routed, asked.files())
                .routed(decision)
                .following(earlier.conversation()),
            plan(plans, targets, decision),
            chain);
  }

  /**
   * @param usual the task when none is named
   */
  private Wish wish(Targets targets, Optional<String> usual) {
    Wish wish = routing.wish(usual, models.names());
    var tasks = targets.settings().routing().tasks();
    wish.task()
        .filter(name -> !tasks.containsKey(name))
        .ifPresent(
            name -> {
              throw CommandFailed.usage(
                  "no task \"" + name + "\"", "known tasks: " + String.join(", ", tasks.keySet()));
            });
    return wish;
  }

  private Features features(Prompt plain, PromptOptions.Asked asked, AnswerForm form) {
    Set<Trait> given = EnumSet.noneOf(Trait.class);
    if (asked.piped()) {
      given.add(Trait.STDIN);
    }
    if (form.schema().isPresent()) {
      given.add(Trait.SCHEMA);
    }
    List<String> files = asked.files().stream().map(PastFile::path).toList();
    return new Features(plain, given, files, circumstances());
  }

  private Circumstances circumstances() {
    LocalDateTime now = LocalDateTime.ofInstant(services.clock().now(), ZoneId.systemDefault());
    return new Circumstances(now, services.environment().variables());
  }

  private int explain(Console console, Decision decision) {
    if (output.json) {
      console.println(JsonReport.ofDecision(decision));
    } else {
      new RouteExplanation(console.outStyle(), console.columns())
          .of(decision)
          .forEach(console::println);
    }
    return decision.selection().failure().map(Failure::kind).map(ExitCode::of).orElse(ExitCode.OK);
  }

  private static void refuse(Decision decision, Failure failure) {
    List<Candidate> candidates = decision.selection().candidates();
    throw new CommandFailed(
        failure,
        candidates.size() < 2
            ? List.of()
            : candidates.stream().map(c -> c.name() + ": " + c.dropped().get().why()).toList());
  }

  private static Fallback.Plan plan(Plans plans, Targets targets, Decision decision) {
    if (decision.chain().isEmpty()) {
      return plans.of(List.of(decision.model().orElseThrow()), List.of());
    }
    Chain chain = targets.chain(decision.chain().get());
    List<String> walked = decision.walked().stream().map(Target::name).toList();
    return plans.of(chain.of(walked), List.of());
  }
}
