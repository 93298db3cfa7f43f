package dev.medley.fallback;

import static java.util.Comparator.comparing;

import dev.medley.catalog.Cost;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One walk along a chain: who is still to be asked, and what has happened so far. */
final class Walk {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
  private static final int LOOKS = 120;

  private final Fallback.Plan plan;
  private final Clock clock;
  private final SendListener listener;
  private final Fitness fitness;
  private final Rests rests;
  private final Target first;
  private final Deque<Target> waiting = new ArrayDeque<>();
  private final Set<ModelRef> met = new HashSet<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Outcome last;
  private Wait waited = Wait.NONE;

  Walk(Fallback.Plan plan, Prompt prompt, Clock clock, SendListener listener, Cooldown cooldown) {
    this.plan = plan;
    this.clock = clock;
    this.listener = listener;
    this.first = plan.candidates().models().get(0);
    this.fitness = new Fitness(prompt, first, plan.maxPrice());
    Cooldown ofChain = plan.candidates().one() ? Cooldown.NONE : cooldown;
    this.rests = new Rests(ofChain, plan.candidates(), c -> fitness.check(c).isEmpty());
    waiting.addAll(plan.candidates().models());
  }

  /**
   * Whose turn it is. Those before who cannot take the prompt are recorded with the reason, which
   * leads on as if they had failed with it. Nobody comes twice, under whatever name.
   */
  Optional<Target> next() {
    waited = Wait.NONE;
    while (!waiting.isEmpty()) {
      Target candidate = waiting.poll();
      if (!met.add(candidate.ref())) {
        continue;
      }
      Optional<Failure> unfit = unfit(candidate).or(() -> begin(candidate));
      if (unfit.isEmpty()) {
        return Optional.of(candidate);
      }
      skip(candidate, unfit.get());
    }
    return Optional.empty();
  }

  private Optional<Failure> begin(Target candidate) {
    return rests.begin(candidate, !lastOneStanding());
  }

  /**
   * Where others are finding out how it fares and somebody stands by, waits a moment for what they
   * find. A model that only takes its time is asked all the same, after three seconds.
   *
   * @param pause waits between two looks; false: there is no time left to wait
   * @return whether it was put to rest meanwhile, and so is skipped
   */
  boolean restsAfterAll(Target candidate, Predicate<Duration> pause) {
    long from = clock.nanoTime();
    for (int look = 0; look < LOOKS && rests.crowded() && pause.test(BETWEEN_LOOKS); look++) {
      Optional<Failure> resting = begin(candidate);
      waited = new Wait(Duration.ofNanos(clock.nanoTime() - from), "others_asking");
      if (resting.isPresent()) {
        skip(candidate, resting.get());
        return true;
      }
    }
    return false;
  }

  /** How long the one that was begun last has waited for what others find. */
  Wait waited() {
    return waited;
  }

  private Optional<Failure> unfit(Target candidate) {
    return plan.candidates().one()
        ? Optional.empty()
        : fitness.check(candidate).or(() -> rests.check(candidate));
  }

  private void skip(Target candidate, Failure why) {
    Attempt skipped = Attempt.skipped(candidate, why, clock.now());
    attempts.add(skipped);
    listener.onAttempt(skipped);
    turnFrom(why);
  }

  /** Lets those that are there for this failure take the place of the rest, if any is left. */
  void turnFrom(Failure failure) {
    List<Target> instead = unmet(plan.candidates().after(failure));
    if (!instead.isEmpty()) {
      waiting.clear();
      waiting.addAll(instead);
    }
  }

  private List<Target> unmet(List<Target> candidates) {
    return candidates.stream().filter(candidate -> !met.contains(candidate.ref())).toList();
  }

  /** Whether nobody could take over if the one whose turn it is failed. */
  boolean lastOneStanding() {
    return unmet(List.copyOf(waiting)).stream().noneMatch(this::leadsOn);
  }

  private boolean leadsOn(Target candidate) {
    return unfit(candidate)
        .map(why -> unmet(plan.candidates().after(why)).stream().anyMatch(c -> unfit(c).isEmpty()))
        .orElse(true);
  }

  /** It has begun to answer: those who wait to see how it fares need wait no longer. */
  void speaks(Target candidate) {
    rests.release(candidate);
  }

  /** Takes it down; one that our own deadline has cut is not held to have failed. */
  void add(Delivery delivery) {
    boolean cutByUs = plan.retries().deadline().passed();
    if (delivery.outcome().answered() || !cutByUs) {
      rests.count(delivery);
    } else {
      rests.release(delivery.requested());
    }
    attempts.addAll(delivery.attempts());
    last = delivery.outcome();
  }

  /** What became of one that somebody else outran. */
  void addCalledOff(List<Attempt> outrun) {
    outrun.forEach(attempt -> rests.release(attempt.target()));
    attempts.addAll(outrun);
  }

  /** One that was called off and does not say what became of it. */
  Delivery unheard(Target target) {
    Outcome unknown =
        new Outcome.Failed(
            Failure.of(FailureKind.INTERRUPTED, "called off"),
            Reply.NOTHING,
            Timing.none(clock.now()));
    return new Delivery(
        target, List.of(new Attempt(target, Wait.NONE, unknown, Cost.UNKNOWN, false)), unknown);
  }

  /** Puts attempts that ran side by side into the order in which they were begun. */
  void inOrderOfStart() {
    attempts.sort(comparing(attempt -> attempt.outcome().timing().startedAt()));
  }

  boolean answered() {
    return last.answered();
  }

  Failure failure() {
    return last.fold(
        answered -> {
          throw new IllegalStateException("it answered");
        },
        Outcome.Failed::failure);
  }

  Delivery ended() {
    return new Delivery(first, attempts, last);
  }

  /** Time is over before the next one could be asked. */
  Delivery late(Failure why) {
    return new Delivery(first, attempts, failed(why));
  }

  /** Nobody is left. Where only one was met, it fails with its own class. */
  Delivery exhausted() {
    if (met.size() > 1) {
      return new Delivery(first, attempts, failed(explanation()));
    }
    return new Delivery(first, attempts, last == null ? attempts.get(0).outcome() : last);
  }

  private Outcome failed(Failure failure) {
    return new Outcome.Failed(
        failure,
        last == null ? Reply.NOTHING : last.reply(),
        last == null ? Timing.none(clock.now()) : last.timing());
  }

  private Failure explanation() {
    List<Failure> tooDear =
        attempts.stream()
            .filter(a -> a.skipped() && a.failedWith(FailureKind.BUDGET))
            .flatMap(a -> a.failure().stream())
            .toList();
    if (tooDear.isEmpty()) {
      return Failure.of(FailureKind.ALL_FAILED, "none of the " + met.size() + " models answered")
          .withHint("mend what the lines below say, or add another model to the chain");
    }
    Optional<String> limit =
        tooDear.stream().map(Failure::hint).filter(hint -> !hint.isEmpty()).findFirst();
    return limit.isPresent()
        ? Failure.of(FailureKind.BUDGET, "no model that is left fits the limits")
            .withHint(limit.get())
        : Failure.of(FailureKind.BUDGET, "only models above the price guard are left")
            .withHint("raise max_price of the chain, or add a cheaper model");
  }
}
