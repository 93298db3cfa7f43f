package dev.medley.route;

import dev.medley.catalog.Cost;
import dev.medley.catalog.ModelTier;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Objective;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.config.Trait;
import dev.medley.route.Drop.Limit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses among the models that a task allows: hard limits first, then the objective. Limits that
 * pass by themselves (a rest, a missing key, a schema that can only be asked for in words) do not
 * hold when they would leave nobody: then whoever falls short of the least of them is taken.
 */
final class Selector {
  private final ModelPool pool;
  private final Features features;
  private final Wish wish;

  Selector(ModelPool pool, Features features, Wish wish) {
    this.pool = pool;
    this.features = features;
    this.wish = wish;
  }

  Selection select(Task task, List<Target> allowed) {
    Prompt routed = Routed.prompt(task, features.prompt());
    Bounds bounds = task.choice().bounds().and(wish.bounds());
    Map<Target, Standing> standings = pool.standings(allowed);
    List<Candidate> judged = new ArrayList<>();
    for (Target target : allowed) {
      Candidate candidate = candidate(target, routed, standings);
      judged.add(
          new Limits(pool, routed, bounds, task.choice().tier(), features.has(Trait.SCHEMA))
              .check(candidate)
              .map(candidate::dropped)
              .orElse(candidate));
    }
    return task.choice().chain().isPresent()
        ? inOrder(judged)
        : chosen(wish.prefer().or(task.choice()::prefer), judged);
  }

  private Candidate candidate(Target target, Prompt routed, Map<Target, Standing> standings) {
    Cost estimate = Pricing.estimate(routed, target.info().price());
    Standing standing = standings.getOrDefault(target, Standing.UNKNOWN);
    return new Candidate(target, estimate, tier(pool, target), standing, Optional.empty());
  }

  static Optional<ModelTier> tier(ModelPool pool, Target target) {
    return pool.declaredTier(target).or(() -> target.info().price().map(ModelTier::of));
  }

  /** Who is walked from first to last: what is left is tried in the order of the chain. */
  private static Selection inOrder(List<Candidate> judged) {
    List<Candidate> left = standing(judged).isEmpty() ? lastResort(judged) : standing(judged);
    Optional<Candidate> winner = left.stream().findFirst();
    Optional<RunnerUp> next =
        left.stream()
            .skip(1)
            .findFirst()
            .map(c -> new RunnerUp(c.name(), "if " + winner.get().name() + " fails"));
    return new Selection(Optional.empty(), judged, winner, next, List.of());
  }

  private static Selection chosen(Optional<Objective> objective, List<Candidate> judged) {
    List<Candidate> left = standing(judged);
    List<String> reasons = new ArrayList<>();
    if (left.isEmpty()) {
      left = lastResort(judged);
      left.stream()
          .filter(c -> judged.size() > 1)
          .findFirst()
          .flatMap(Candidate::dropped)
          .ifPresent(drop -> reasons.add("nobody else: " + drop.why()));
    }
    Ranking ranking = new Ranking(left);
    List<Candidate> order = ranking.by(objective);
    if (order.isEmpty()) {
      return new Selection(objective, judged, Optional.empty(), Optional.empty(), List.of());
    }
    Candidate winner = order.get(0);
    if (left.size() > 1) {
      objective.flatMap(one -> ranking.why(one, winner)).ifPresent(reasons::add);
    } else {
      judged.stream()
          .filter(c -> c.dropped().isPresent() && !c.equals(winner))
          .forEach(c -> reasons.add(c.name() + ": " + c.dropped().get().why()));
    }
    return new Selection(
        objective, judged, Optional.of(winner), runnerUp(objective, ranking, judged), reasons);
  }

  private static List<Candidate> standing(List<Candidate> judged) {
    return judged.stream().filter(c -> c.dropped().isEmpty()).toList();
  }

  /** Of those that rest, the one that is due first. */
  private static List<Candidate> lastResort(List<Candidate> judged) {
    Optional<Limit> least =
        judged.stream()
            .map(c -> c.dropped().orElseThrow().limit())
            .filter(limit -> !limit.firm())
            .max(Comparator.naturalOrder());
    List<Candidate> those =
        judged.stream()
            .filter(c -> least.equals(c.dropped().map(Drop::limit)))
            .filter(c -> least.isPresent())
            .toList();
    return least.equals(Optional.of(Limit.REST))
        ? those.stream().min(Comparator.comparing(Selector::due)).stream().toList()
        : those;
  }

  private static Instant due(Candidate candidate) {
    return candidate.standing().pause().map(Standing.Pause::until).orElse(Instant.MIN);
  }

  private static Optional<RunnerUp> runnerUp(
      Optional<Objective> objective, Ranking ranking, List<Candidate> judged) {
    List<Candidate> order = ranking.by(objective);
    Candidate winner = order.get(0);
    if (order.size() > 1) {
      Candidate next = order.get(1);
      List<String> changes = new ArrayList<>(List.of(ranking.change(objective, winner, next)));
      Arrays.stream(Objective.values())
          .filter(other -> !objective.equals(Optional.of(other)))
          .filter(other -> ranking.by(Optional.of(other)).get(0).equals(next))
          .findFirst()
          .ifPresent(other -> changes.add("or with --prefer " + other.word()));
      return Optional.of(new RunnerUp(next.name(), String.join(", ", changes)));
    }
    List<Candidate> out = judged.stream().filter(c -> !c.equals(winner)).toList();
    return new Ranking(out)
        .by(objective).stream()
            .findFirst()
            .map(c -> new RunnerUp(c.name(), "but for this: " + c.dropped().orElseThrow().why()));
  }

  /** What a model must not fall short of for one prompt. */
  private record Limits(
      ModelPool pool, Prompt prompt, Bounds bounds, Optional<ModelTier> tier, boolean schema) {
    Optional<Drop> check(Candidate candidate) {
      Target target = candidate.target();
      long tokens = TokenEstimate.of(prompt);
      return drop(Limit.TIER, tier(candidate))
          .or(() -> drop(Limit.WINDOW, Suitability.window(target, prompt, tokens)))
          .or(() -> drop(Limit.IMAGES, Suitability.sight(target, prompt)))
          .or(() -> drop(Limit.MAX_COST, cost(candidate)))
          .or(() -> drop(Limit.BUDGET, pool.beyondBudget(target, prompt)))
          .or(() -> drop(Limit.MAX_LATENCY, latency(candidate)))
          .or(() -> drop(Limit.SCHEMA, form(target)))
          .or(() -> drop(Limit.KEY, Suitability.key(target)))
          .or(() -> drop(Limit.REST, rest(candidate)));
    }

    private static Optional<Drop> drop(Limit limit, Optional<Failure> failure) {
      return failure.map(why -> new Drop(limit, why));
    }

    private Optional<Failure> tier(Candidate candidate) {
      return tier.filter(wanted -> !candidate.tier().equals(Optional.of(wanted)))
          .map(
              wanted ->
                  Failure.of(
                      FailureKind.CONFIG,
                      "its tier is "
                          + candidate.tier().map(ModelTier::word).orElse("unknown")
                          + ", not "
                          + wanted.word()));
    }

    private Optional<Failure> cost(Candidate candidate) {
      if (bounds.maxCost().isEmpty()) {
        return Optional.empty();
      }
      BigDecimal most = bounds.maxCost().get();
      Optional<BigDecimal> estimate = candidate.estimate().usd();
      if (estimate.isPresent() && estimate.get().compareTo(most) <= 0) {
        return Optional.empty();
      }
      String found =
          estimate.map(usd -> "est. " + Ranking.dollars(usd)).orElse("its price unknown");
      return Optional.of(
          Failure.of(FailureKind.BUDGET, found + ", the most is " + Ranking.dollars(most))
              .withHint("raise the task's max_cost, or add a cheaper model"));
    }

    private Optional<Failure> latency(Candidate candidate) {
      Optional<Duration> observed = candidate.standing().trustedTotal();
      return bounds
          .maxLatency()
          .filter(most -> observed.filter(time -> time.compareTo(most) > 0).isPresent())
          .map(
              most ->
                  Failure.of(
                          FailureKind.TIMEOUT_TOTAL,
                          "p50 "
                              + observed.get().toMillis()
                              + " ms of "
                              + candidate.standing().samples()
                              + " answers, the most is "
                              + most.toMillis()
                              + " ms")
                      .withHint("raise --max-latency or the task's max_latency"));
    }

    private Optional<Failure> form(Target target) {
      return schema && target.dialect().omit().contains("response_format")
          ? Optional.of(Failure.of(FailureKind.SCHEMA, "it takes no response_format"))
          : Optional.empty();
    }

    private static Optional<Failure> rest(Candidate candidate) {
      return candidate.standing().pause().map(Standing.Pause::why);
    }
  }
}
