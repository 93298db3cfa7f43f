package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Chain;
import dev.medley.config.Problem;
import dev.medley.config.RouteCase;
import dev.medley.config.RouteCases;
import dev.medley.config.Routing;
import dev.medley.config.Rule;
import dev.medley.config.Target;
import dev.medley.render.JsonReport;
import dev.medley.render.TrialReport;
import dev.medley.route.Circumstances;
import dev.medley.route.ModelPool;
import dev.medley.route.Router;
import dev.medley.route.Wish;
import dev.medley.route.trial.TrialResult;
import dev.medley.route.trial.TrialRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code route --test}: decides about a file of prompts and tells what differs. */
final class RouteTrial {
  private final Services services;
  private final Console console;
  private final Routing routing;
  private final ModelPool pool;

  RouteTrial(Services services, Console console, Routing routing, ModelPool pool) {
    this.services = services;
    this.console = console;
    this.routing = routing;
    this.pool = new TrialPool(pool);
  }

  /** The exit code: 100 when a decision is not the one expected. */
  int run(Path file, Wish wish, Circumstances now, boolean json) {
    TrialResult result =
        new TrialRun(new Router(routing, pool), wish, now).run(cases(file), models(wish));
    if (json) {
      console.println(JsonReport.ofTrial(result));
    } else {
      new TrialReport(console.outStyle(), console.columns()).of(result).forEach(console::println);
    }
    return result.different().isEmpty() ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }

  private List<RouteCase> cases(Path file) {
    String text = new TextFiles(services.environment(), StandardCharsets.UTF_8).read(file);
    List<Problem> problems = new ArrayList<>();
    List<RouteCase> cases =
        new RouteCases(file.toString(), routing.tasks().keySet(), problems::add).read(text);
    if (!problems.isEmpty()) {
      String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
      throw new CommandFailed(
          Failure.of(FailureKind.USAGE, count + " in " + file)
              .withHint("a case is {prompt: \"…\", task: NAME} or {prompt: \"…\", model: NAME}"),
          problems.stream().map(Problem::toString).toList());
    }
    return cases;
  }

  /** All models that the configuration could choose. */
  private List<Target> models(Wish wish) {
    Set<String> names = new LinkedHashSet<>(wish.models());
    if (names.isEmpty()) {
      routing.tasks().values().forEach(task -> names.addAll(task.choice().models()));
      routing.chains().values().stream().map(Chain::models).forEach(names::addAll);
      routing.rules().stream().map(Rule::model).forEach(name -> name.ifPresent(names::add));
    }
    return names.isEmpty() ? pool.named(List.of()) : pool.named(List.copyOf(names));
  }
}
