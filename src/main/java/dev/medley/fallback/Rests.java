package dev.medley.fallback;

import dev.medley.chat.Failure;
import dev.medley.chat.ModelRef;
import dev.medley.config.Target;
import dev.medley.history.Health;
import dev.medley.history.Rest;
import dev.medley.history.ServedModel;
import dev.medley.send.Delivery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who rests while one chain is walked, and what the walk adds to that. */
final class Rests {
  private final Cooldown cooldown;
  private final Fallback.Candidates candidates;
  private final Predicate<Target> fit;
  private final Map<ServedModel, Health> known;
  private final Map<ModelRef, Instant> started = new HashMap<>();
  private Set<ModelRef> spared;
  private boolean crowded;

  /**
   * @param fit who may take the prompt; a model that may not does not stand by for one that rests
   */
  Rests(Cooldown cooldown, Fallback.Candidates candidates, Predicate<Target> fit) {
    this.cooldown = cooldown;
    this.candidates = candidates;
    this.fit = fit;
    this.known =
        cooldown.of(
            Stream.of(candidates.models(), candidates.onContext(), candidates.onPolicy())
                .flatMap(List::stream)
                .toList());
  }

  /** Empty: it may be tried, because it does not rest or is due first where all do. */
  Optional<Failure> check(Target candidate) {
    return rest(candidate).filter(r -> !spared().contains(candidate.ref())).map(cooldown::explain);
  }

  private Optional<Rest> rest(Target candidate) {
    return cooldown.respected() ? health(candidate).resting(cooldown.now()) : Optional.empty();
  }

  private Health health(Target candidate) {
    return known.getOrDefault(Cooldown.served(candidate), Health.UNKNOWN);
  }

  /** Looked for once somebody is found to rest, and then settled for this walk. */
  private Set<ModelRef> spared() {
    if (spared == null) {
      spared = new HashSet<>();
      Stream.of(candidates.models(), candidates.onContext(), candidates.onPolicy())
          .map(some -> some.stream().filter(fit).toList())
          .filter(some -> some.stream().allMatch(c -> rest(c).isPresent()))
          .flatMap(some -> some.stream().min(Comparator.comparing(c -> due(c))).stream())
          .forEach(c -> spared.add(c.ref()));
    }
    return spared;
  }

  private Instant due(Target candidate) {
    return health(candidate).rest().map(Rest::until).orElse(Instant.MIN);
  }

  /**
   * It is its turn, unless it has been put to rest meanwhile. After a rest one process at a time
   * finds out how a model fares.
   *
   * @param others whether somebody else is left who could answer
   * @return why it is skipped, after all
   */
  Optional<Failure> begin(Target candidate, boolean others) {
    Instant now = cooldown.now();
    started.put(candidate.ref(), now);
    if (!cooldown.respected() || RestPolicy.trusted(health(candidate), now)) {
      return Optional.empty();
    }
    Health before = cooldown.update(candidate, health -> begun(candidate, health));
    Instant after = cooldown.now();
    crowded = others && RestPolicy.crowded(before, after);
    return before.resting(after).filter(rest -> others).map(cooldown::explain);
  }

  /**
   * The time is asked where nobody else can come between: the turn may have been long in coming.
   */
  private Health begun(Target candidate, Health health) {
    Instant now = cooldown.now();
    started.put(candidate.ref(), now);
    return RestPolicy.begun(health, now);
  }

  /** Whether so many are asking the one that was begun last that it is better to wait for them. */
  boolean crowded() {
    return crowded;
  }

  /** One run, however many retries it had, counts once. */
  void count(Delivery delivery) {
    Target tried = delivery.requested();
    Optional<Failure> failure = delivery.failure();
    if (failure.isPresent()) {
      Instant began = started.getOrDefault(tried.ref(), cooldown.now());
      cooldown.update(
          tried, health -> RestPolicy.afterFailure(health, failure.get(), began, cooldown.now()));
    } else if (RestPolicy.news(health(tried), cooldown.now())) {
      cooldown.update(tried, health -> RestPolicy.afterAnswer(cooldown.now()));
    }
  }

  /** Nobody waits for it any longer: it has begun to answer, or ended without a word on itself. */
  void release(Target tried) {
    Optional.ofNullable(started.get(tried.ref()))
        .filter(began -> !RestPolicy.trusted(health(tried), began))
        .ifPresent(began -> cooldown.update(tried, health -> RestPolicy.over(health, began)));
  }
}
