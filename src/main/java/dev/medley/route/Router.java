package dev.medley.route;

import dev.medley.chat.Parameters;
import dev.medley.config.Routing;
import dev.medley.config.Rule;
import dev.medley.config.Target;
import dev.medley.config.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Decides by the task that was named, else by the first rule that holds, else for the default task.
 */
public final class Router {
  private final Routing routing;
  private final Function<List<String>, List<Target>> resolver;

  /**
   * @param resolver names to models; an empty list of names is the default model
   */
  public Router(Routing routing, Function<List<String>, List<Target>> resolver) {
    this.routing = routing;
    this.resolver = resolver;
  }

  /**
   * @param named the task that the user named; must be one of the known ones
   */
  public Decision decide(Features prompt, Optional<String> named) {
    if (named.isPresent()) {
      return task(named.get(), OptionalInt.empty(), "named by --task", prompt);
    }
    for (Rule rule : routing.rules()) {
      Verdict verdict = Verdict.of(rule.when(), prompt);
      if (verdict.holds()) {
        String why = "rule " + rule.number() + ": " + verdict.why();
        OptionalInt number = OptionalInt.of(rule.number());
        return rule.task().isPresent()
            ? task(rule.task().get(), number, why, prompt)
            : model(rule.model().orElseThrow(), number, why, prompt);
      }
    }
    String why = routing.rules().isEmpty() ? "no rules" : "no rule matched";
    return task(Task.DEFAULT, OptionalInt.empty(), why, prompt);
  }

  private Decision model(String name, OptionalInt rule, String why, Features prompt) {
    Task unnamed =
        new Task("", List.of(name), Optional.empty(), "", Optional.empty(), Parameters.NONE);
    return decision(Optional.empty(), unnamed, rule, why, prompt);
  }

  private Decision task(String name, OptionalInt rule, String why, Features prompt) {
    return decision(Optional.of(name), routing.tasks().get(name), rule, why, prompt);
  }

  private Decision decision(
      Optional<String> name, Task task, OptionalInt rule, String why, Features prompt) {
    List<String> reasons = new ArrayList<>(List.of(why));
    List<Target> candidates =
        task.chain().isPresent()
            ? resolver.apply(routing.chains().get(task.chain().get()).models())
            : fitting(resolver.apply(task.models()), prompt, reasons);
    task.chain().ifPresent(chain -> reasons.add("chain " + chain));
    return new Decision(
        name, rule, reasons, candidates, task.chain(), task.options(), task.system());
  }

  /**
   * Of several models, those whose window holds the prompt, in the order given; all if none does.
   */
  private static List<Target> fitting(List<Target> models, Features prompt, List<String> reasons) {
    List<Target> fit = new ArrayList<>();
    for (Target model : models) {
      OptionalLong window = model.info().window();
      if (window.isEmpty() || prompt.tokens() <= window.getAsLong()) {
        fit.add(model);
      }
    }
    if (fit.isEmpty()) {
      reasons.add("too long for all of them");
    } else if (fit.get(0) != models.get(0)) {
      reasons.add("too long for " + models.get(0).ref());
    }
    return fit.isEmpty() ? models : fit;
  }
}
