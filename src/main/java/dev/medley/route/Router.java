package dev.medley.route;

import dev.medley.config.Choice;
import dev.medley.config.Condition;
import dev.medley.config.Routing;
import dev.medley.config.Rule;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.config.Trait;
import dev.medley.route.Decision.Match;
import dev.medley.route.classify.Classification;
import dev.medley.route.classify.Classifier;
import dev.medley.route.classify.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides by the task that was named, else by the first rule that holds, else by what the prompt
 * seems to be about, else for the default task. Pure: the same prompt, configuration and
 * observations always lead to the same model. Nothing is sent.
 */
public final class Router {
  /** Why a task is taken that the user named. */
  public static final String NAMED = "named by --task";

  private final Routing routing;
  private final ModelPool pool;

  public Router(Routing routing, ModelPool pool) {
    this.routing = routing;
    this.pool = pool;
  }

  /** The decision, with all that led to it. */
  public Decision decide(Features prompt, Wish wish) {
    if (wish.task().isPresent()) {
      Task named = routing.tasks().get(wish.task().get());
      Match match = new Match(named, OptionalInt.empty(), List.of(NAMED));
      return decision(prompt, wish, List.of(), Optional.empty(), match);
    }
    List<RuleCheck> checks =
        routing.rules().stream()
            .map(rule -> new RuleCheck(rule, Verdict.of(rule.when(), prompt)))
            .toList();
    Optional<RuleCheck> rule = checks.stream().filter(c -> c.verdict().holds()).findFirst();
    boolean open = rule.filter(check -> !takesTheRest(check.rule())).isEmpty();
    Optional<Classification> classification =
        open && wish.auto().orElse(routing.auto())
            ? Optional.of(classified(prompt))
            : Optional.empty();
    Match match =
        classification
            .map(found -> byClass(found, rule))
            .or(() -> rule.map(this::byRule))
            .orElseGet(() -> new Match(byDefault(), OptionalInt.empty(), List.of(noRule())));
    return decision(prompt, wish, checks, classification, match);
  }

  /** A last {@code - {task: default}} says what no rule at all would say. */
  private static boolean takesTheRest(Rule rule) {
    return rule.when().equals(Condition.ALWAYS) && rule.task().equals(Optional.of(Task.DEFAULT));
  }

  private static Classification classified(Features prompt) {
    return Classifier.bundled().classify(prompt.text(), prompt.has(Trait.CODE), prompt.tokens());
  }

  private Match byClass(Classification found, Optional<RuleCheck> rest) {
    Optional<Kind> kind = found.kind();
    String scores = scores(found);
    if (kind.isPresent() && routing.tasks().containsKey(kind.get().task())) {
      Task task = routing.tasks().get(kind.get().task());
      return new Match(task, OptionalInt.empty(), List.of("auto: " + scores));
    }
    String why =
        kind.map(k -> "auto: it is " + k.task() + ", and no task has that name")
            .orElse("auto: not sure: " + scores);
    Match match =
        rest.map(this::byRule)
            .orElseGet(() -> new Match(byDefault(), OptionalInt.empty(), List.of()));
    List<String> reasons = new ArrayList<>(List.of(why));
    reasons.addAll(match.why());
    return new Match(match.task(), match.rule(), reasons);
  }

  private static String scores(Classification found) {
    return String.format(
        Locale.ROOT,
        "%s %.1f, %s %.1f",
        found.first().kind().task(),
        found.first().points(),
        found.runnerUp().kind().task(),
        found.runnerUp().points());
  }

  private Match byRule(RuleCheck check) {
    Rule rule = check.rule();
    Task task =
        rule.task()
            .map(routing.tasks()::get)
            .orElseGet(() -> Task.of("", Choice.of(List.of(rule.model().orElseThrow()))));
    String why = "rule " + rule.number() + ": " + check.verdict().why();
    return new Match(task, OptionalInt.of(rule.number()), List.of(why));
  }

  private Task byDefault() {
    return routing.tasks().get(Task.DEFAULT);
  }

  private String noRule() {
    return routing.rules().isEmpty() ? "no rules" : "no rule matched";
  }

  private Decision decision(
      Features prompt,
      Wish wish,
      List<RuleCheck> checks,
      Optional<Classification> classification,
      Match match) {
    Selector selector = new Selector(pool, prompt, wish);
    Task task = within(match.task(), wish);
    List<String> why = new ArrayList<>(match.why());
    if (!wish.models().isEmpty()) {
      why.add("models named by -m");
    }
    String order = wish.prefer().isPresent() ? ", which keeps its order" : "";
    task.choice().chain().ifPresent(chain -> why.add("chain " + chain + order));
    Selection selection = selector.select(task, allowed(task));
    if (selection.runnerUp().isEmpty()) {
      selection = elsewhere(selector, checks, match, selection);
    }
    return new Decision(
        prompt, checks, classification, new Match(task, match.rule(), why), selection);
  }

  /** Models on the command line stand in for those of the task. */
  private static Task within(Task task, Wish wish) {
    if (wish.models().isEmpty()) {
      return task;
    }
    Choice own = task.choice();
    Choice choice =
        new Choice(wish.models(), Optional.empty(), Optional.empty(), own.prefer(), own.bounds());
    return task.among(choice);
  }

  private List<Target> allowed(Task task) {
    Choice choice = task.choice();
    if (choice.chain().isPresent()) {
      return pool.named(routing.chains().get(choice.chain().get()).models());
    }
    if (choice.tier().isEmpty() || !choice.models().isEmpty()) {
      return pool.named(choice.models());
    }
    return pool.aliases().stream()
        .filter(alias -> Selector.tier(pool, alias).equals(choice.tier()))
        .toList();
  }

  /**
   * Where a task allows one model only, the next one is that of the next rule that holds; where no
   * rule did, that of the first one.
   */
  private Selection elsewhere(
      Selector selector, List<RuleCheck> checks, Match match, Selection selection) {
    int decided = match.rule().orElse(0);
    Optional<RuleCheck> next =
        checks.stream()
            .filter(c -> c.rule().number() > decided && (decided == 0 || c.verdict().holds()))
            .findFirst();
    if (selection.winner().isEmpty() || next.isEmpty()) {
      return selection;
    }
    String change =
        decided == 0
            ? "if rule 1 held: " + next.get().rule().when().describe()
            : "if rule " + decided + " did not hold: then " + byRule(next.get()).why().get(0);
    Task task = byRule(next.get()).task();
    // Who the default model is may not be known, and nobody asks for it.
    return task.choice().equals(Choice.DEFAULT)
        ? selection
        : selector
            .select(task, allowed(task))
            .winner()
            .filter(other -> !other.name().equals(selection.winner().get().name()))
            .map(other -> selection.withRunnerUp(new RunnerUp(other.name(), change)))
            .orElse(selection);
  }
}
