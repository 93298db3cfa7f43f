package dev.medley.route;

import dev.medley.Samples;
import dev.medley.catalog.ModelTier;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Chain;
import dev.medley.config.Choice;
import dev.medley.config.Condition;
import dev.medley.config.Objective;
import dev.medley.config.Phrase;
import dev.medley.config.Routing;
import dev.medley.config.Rule;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.config.TemplateUse;
import dev.medley.history.Observed;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks, rules and models to decide with; a model that was not put here is {@code lab/NAME}. */
public final class Routes implements ModelPool {
  public static final Circumstances NOON =
      new Circumstances(LocalDateTime.of(2026, 11, 23, 12, 0), Map.of());

  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final Map<String, Target> models = new LinkedHashMap<>();
  private final Map<Target, Standing> standings = new LinkedHashMap<>();
  private boolean auto;

  public Routes() {
    task(Task.of(Task.DEFAULT, Choice.DEFAULT));
  }

  public Routes model(Target... targets) {
    Arrays.stream(targets).forEach(target -> models.put(target.name(), target));
    return this;
  }

  /** So many answers, with these median times in milliseconds. */
  public Routes observed(String name, int samples, long firstToken, long total) {
    Observed latency =
        new Observed(Duration.ofMillis(firstToken), Duration.ofMillis(total), samples);
    Optional<Standing.Pause> rest = standing(name).pause();
    standings.put(model(name), new Standing(Optional.of(latency), rest));
    return this;
  }

  public Routes resting(String name) {
    return resting(name, 5);
  }

  /** Until so many minutes past noon. */
  public Routes resting(String name, int minutes) {
    String until = String.format("resting until 12:%02d:00", minutes);
    Standing.Pause pause =
        new Standing.Pause(
            Samples.NOON.plus(Duration.ofMinutes(minutes)),
            Failure.of(FailureKind.OVERLOADED, until));
    standings.put(model(name), new Standing(standing(name).latency(), Optional.of(pause)));
    return this;
  }

  private Standing standing(String name) {
    return standings.getOrDefault(model(name), Standing.UNKNOWN);
  }

  public Routes task(Task task) {
    tasks.put(task.name(), task);
    return this;
  }

  public Routes task(String name, String... among) {
    return task(Task.of(name, Choice.of(List.of(among))));
  }

  public Routes task(String name, Objective prefer, Bounds bounds, String... among) {
    return task(
        Task.of(
            name,
            new Choice(
                List.of(among), Optional.empty(), Optional.empty(), Optional.of(prefer), bounds)));
  }

  public Routes chain(String task, String chain, String... walked) {
    chains.put(
        chain,
        new Chain(chain, List.of(walked), List.of(), Optional.empty(), List.of(), List.of()));
    return task(
        Task.of(
            task,
            new Choice(
                List.of(), Optional.of(chain), Optional.empty(), Optional.empty(), Bounds.NONE)));
  }

  /** A task with a system prompt and request fields of its own. */
  public Routes speaking(String name, String system, Parameters options, String... among) {
    return task(
        new Task(
            name, "", Choice.of(List.of(among)), Optional.of(system), options, TemplateUse.NONE));
  }

  public Routes rule(String task, Condition when) {
    rules.add(new Rule(rules.size() + 1, Optional.of(task), Optional.empty(), when));
    return this;
  }

  public Routes ruleToModel(String model, Condition when) {
    rules.add(new Rule(rules.size() + 1, Optional.empty(), Optional.of(model), when));
    return this;
  }

  public Routes auto() {
    auto = true;
    return this;
  }

  public static Condition word(String word) {
    return new Condition.Words(
        Condition.Quantity.ANY, List.of(Phrase.parse(word).value().orElseThrow()));
  }

  public static Wish task(String name) {
    return new Wish(Optional.of(name), List.of(), Optional.empty(), Bounds.NONE, Optional.empty());
  }

  public static Wish prefer(String task, Objective objective) {
    return new Wish(
        Optional.of(task), List.of(), Optional.of(objective), Bounds.NONE, Optional.empty());
  }

  public static Features features(Prompt prompt) {
    return new Features(prompt, Set.of(), List.of(), NOON);
  }

  public Routing routing() {
    return new Routing(tasks, rules, chains, auto);
  }

  public Decision decide(Prompt prompt, Wish wish) {
    return new Router(routing(), this).decide(features(prompt), wish);
  }

  public Decision decide(String text) {
    return decide(Prompt.of(text), Wish.NONE);
  }

  @Override
  public List<Target> named(List<String> names) {
    return names.isEmpty() ? List.of(model("usual")) : names.stream().map(this::model).toList();
  }

  private Target model(String name) {
    return models.getOrDefault(name, Samples.target(name));
  }

  @Override
  public List<Target> aliases() {
    return List.copyOf(models.values());
  }

  @Override
  public Optional<ModelTier> declaredTier(Target model) {
    return Optional.empty();
  }

  @Override
  public Optional<Failure> beyondBudget(Target model, Prompt prompt) {
    return Optional.empty();
  }

  @Override
  public Map<Target, Standing> standings(List<Target> among) {
    return standings;
  }
}
