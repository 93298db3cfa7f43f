package dev.medley.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;
import dev.medley.config.Bounds;
import dev.medley.config.Condition;
import dev.medley.config.Objective;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every decision, shown on decisions at random. */
class DecisionsTest {
  private static final int ROUNDS = Integer.getInteger("medley.decisions", 1000);
  private static final List<String> WORDS =
      List.of("summarize", "translate", "why", "code", "hello", "report", "42", "bitte", "你好");

  /** A configuration, its models' standings, a prompt and a wish, all of a seed. */
  private record Scene(Routes routes, Prompt prompt, Wish wish, List<String> models) {
    static Scene of(long seed) {
      Random random = new Random(seed);
      Routes routes = new Routes();
      List<String> models = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        Target model = model(random, "m" + i);
        models.add(model.name());
        routes.model(model);
        if (random.nextInt(3) > 0) {
          routes.observed(
              model.name(), 1 + random.nextInt(9), random.nextInt(500), 500 + random.nextInt(3000));
        }
        if (random.nextInt(4) == 0) {
          routes.resting(model.name());
        }
      }
      String[] all = models.toArray(String[]::new);
      for (String task : List.of("one", "two", "translate")) {
        if (random.nextBoolean()) {
          routes.task(task, any(random), bounds(random), all);
        } else {
          routes.task(task, all);
        }
      }
      for (int i = 0; i < random.nextInt(4); i++) {
        Condition word = Routes.word(WORDS.get(random.nextInt(WORDS.size())));
        Condition when = random.nextBoolean() ? word : new Condition.Not(word);
        routes.rule(random.nextBoolean() ? "one" : "two", when);
      }
      if (random.nextBoolean()) {
        routes.auto();
      }
      return new Scene(routes, Prompt.of(text(random)), wish(random), models);
    }

    private static Target model(Random random, String name) {
      return switch (random.nextInt(4)) {
        case 0 -> Samples.target(name);
        case 1 -> Samples.windowed(name, 4 + random.nextInt(60));
        case 2 -> Samples.locked(name);
        default -> Samples.priced(name, "" + random.nextInt(6), "" + random.nextInt(20));
      };
    }

    private static String text(Random random) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      return text.toString();
    }

    private static Objective any(Random random) {
      return Objective.values()[random.nextInt(Objective.values().length)];
    }

    private static Bounds bounds(Random random) {
      return new Bounds(
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(
                  new BigDecimal("0.0005").multiply(BigDecimal.valueOf(random.nextInt(20)))),
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(Duration.ofMillis(500 + random.nextInt(3000))));
    }

    private static Wish wish(Random random) {
      return new Wish(
          random.nextInt(3) == 0 ? Optional.of("one") : Optional.empty(),
          List.of(),
          random.nextBoolean() ? Optional.empty() : Optional.of(any(random)),
          bounds(random),
          Optional.empty());
    }

    Decision decide() {
      return routes.decide(prompt, wish);
    }
  }

  @Test
  void theSameSceneAlwaysEndsTheSame() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Decision one = Scene.of(seed).decide();
      Decision other = Scene.of(seed).decide();
      assertEquals(one.selection(), other.selection(), "seed " + seed);
      assertEquals(one.reasons(), other.reasons(), "seed " + seed);
      assertEquals(one.rules(), other.rules(), "seed " + seed);
    }
  }

  @Test
  void noHardLimitIsEverViolated() {
    int decided = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Scene scene = Scene.of(seed);
      Decision decision = scene.decide();
      if (decision.model().isEmpty()) {
        continue;
      }
      decided++;
      Target model = decision.model().get();
      Bounds bounds = decision.match().task().choice().bounds().and(scene.wish().bounds());
      String label = "seed " + seed + ": " + model;
      long tokens = TokenEstimate.of(scene.prompt());
      assertTrue(tokens <= model.info().window().orElse(Long.MAX_VALUE), label);
      bounds
          .maxCost()
          .ifPresent(
              most ->
                  assertTrue(
                      Pricing.estimate(scene.prompt(), model.info().price())
                              .usd()
                              .orElseThrow()
                              .compareTo(most)
                          <= 0,
                      label));
      Standing standing =
          scene.routes().standings(List.of(model)).getOrDefault(model, Standing.UNKNOWN);
      bounds
          .maxLatency()
          .ifPresent(
              most ->
                  assertTrue(
                      standing.trustedTotal().orElse(Duration.ZERO).compareTo(most) <= 0, label));
    }
    assertTrue(decided > ROUNDS / 3, "decided: " + decided);
  }

  /** A rest, a missing key: only if everybody that firm limits leave falls short of such, too. */
  @Test
  void limitsThatPassGiveWayOnlyForTheLastResort() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Selection selection = Scene.of(seed).decide().selection();
      boolean lastResort = selection.winner().flatMap(Candidate::dropped).isPresent();
      assertEquals(lastResort, selection.winner().isPresent() && selection.left().isEmpty());
      if (lastResort) {
        assertEquals(false, selection.winner().get().dropped().get().limit().firm());
      }
    }
  }

  /** Nobody that is left is better by the objective, and of equals nobody stands before it. */
  @Test
  void theWinnerIsTheBestOfThoseLeft() {
    Set<Objective> seen = new HashSet<>();
    for (long seed = 0; seed < ROUNDS; seed++) {
      Selection selection = Scene.of(seed).decide().selection();
      List<Candidate> left =
          selection.candidates().stream().filter(c -> c.dropped().isEmpty()).toList();
      if (left.isEmpty()) {
        continue;
      }
      Candidate winner = selection.winner().orElseThrow();
      selection.objective().ifPresent(seen::add);
      Candidate best = left.get(0);
      for (Candidate other : left) {
        best = better(selection.objective(), left, other, best) ? other : best;
      }
      assertEquals(best, winner, "seed " + seed);
    }
    assertEquals(Set.of(Objective.values()), seen);
  }

  /** Written anew, not by the code under test. */
  private static boolean better(
      Optional<Objective> objective, List<Candidate> all, Candidate one, Candidate other) {
    return objective.isPresent()
        && switch (objective.get()) {
          case CHEAP -> cost(one) < cost(other);
          case FAST ->
              time(one) < time(other) || time(one) == time(other) && first(one) < first(other);
          case BEST -> tier(one) > tier(other);
          case BALANCED -> places(all, one) < places(all, other);
        };
  }

  private static long places(List<Candidate> all, Candidate one) {
    return all.stream().filter(c -> cost(c) < cost(one)).count()
        + all.stream()
            .filter(c -> time(c) < time(one) || time(c) == time(one) && first(c) < first(one))
            .count()
        + all.stream().filter(c -> tier(c) > tier(one)).count();
  }

  private static double cost(Candidate one) {
    return one.estimate().usd().map(BigDecimal::doubleValue).orElse(Double.MAX_VALUE);
  }

  private static long time(Candidate one) {
    return one.standing().trustedTotal().map(Duration::toMillis).orElse(Long.MAX_VALUE);
  }

  private static long first(Candidate one) {
    return one.standing().trustedFirstToken().map(Duration::toMillis).orElse(Long.MAX_VALUE);
  }

  private static int tier(Candidate one) {
    return one.tier().map(Enum::ordinal).orElse(-1);
  }

  /** The reason that is given is the one that decided: taken away, the decision is another. */
  @Test
  void theReasonGivenIsTheOneThatDecided() {
    int byRule = 0;
    int byClass = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Scene scene = Scene.of(seed);
      Decision decision = scene.decide();
      String why = decision.reasons().get(0);
      if (scene.wish().task().isPresent()) {
        assertEquals(Router.NAMED, why);
      } else if (decision.rule().isPresent()) {
        byRule++;
        RuleCheck check = decision.rules().get(decision.rule().getAsInt() - 1);
        assertEquals("rule " + check.rule().number() + ": " + check.verdict().why(), why);
        assertEquals(check.rule().task(), decision.task());
        assertEquals(
            check, decision.rules().stream().filter(c -> c.verdict().holds()).findFirst().get());
      } else {
        assertTrue(decision.rules().stream().noneMatch(c -> c.verdict().holds()));
        boolean classified = why.startsWith("auto: ");
        assertEquals(decision.classification().isPresent(), classified);
        byClass += classified ? 1 : 0;
        decision
            .classification()
            .flatMap(found -> found.kind())
            .filter(kind -> scene.routes().routing().tasks().containsKey(kind.task()))
            .ifPresentOrElse(
                kind -> assertEquals(kind.task(), decision.task().orElseThrow()),
                () -> assertEquals("default", decision.task().orElseThrow()));
      }
    }
    assertTrue(byRule > ROUNDS / 10 && byClass > ROUNDS / 20, byRule + " " + byClass);
  }
}
