package dev.medley.fallback;

import dev.medley.chat.Failure;
import dev.medley.history.Health;
import dev.medley.history.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a model is left alone and for how long, as pure functions. Three failures in a minute rest
 * it for a minute. What is tried after a rest decides: an answer forgets everything, a failure
 * rests it again, twice as long. Of a model that is not known to answer no more are found out about
 * at once than may fail: many processes that begin together do not all run into the same wall.
 */
final class RestPolicy {
  private static final int FAILURES = 3;
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration FIRST = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** A wrong key or a spent quota does not mend itself. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  /** Whoever tries a model after its rest has this long before another may try it, too. */
  private static final Duration PROBE = Duration.ofSeconds(60);

  /** How long an answer is trusted, while nothing has failed since. */
  private static final Duration TRUSTED = Duration.ofHours(1);

  /** An answer is noted again when the last one noted is older than this. */
  private static final Duration NOTED = Duration.ofMinutes(10);

  /** A try that has said nothing for so long no longer keeps others waiting; it may have died. */
  private static final Duration SUSPENSE = Duration.ofSeconds(10);

  /** What a rest has to teach that has been over for so long. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private RestPolicy() {}

  /**
   * @param started when the try began; one that was under way when the model was put to rest tells
   *     nothing new
   */
  static Health afterFailure(Health before, Failure failure, Instant started, Instant now) {
    Failure seen = failure.asIfNothingCame();
    Optional<Rest> rest = before.rest().filter(r -> remembered(r, now));
    Health ended = over(before, started);
    if (!counts(failure) || rest.filter(r -> started.isBefore(r.since())).isPresent()) {
      return ended;
    }
    List<Instant> recent = new ArrayList<>(recent(before.failures(), now));
    recent.add(now);
    int inARow = rest.map(Rest::failures).orElse(0) + recent.size();
    Duration step = rest.map(Rest::step).orElse(Duration.ZERO);
    Optional<Duration> told = told(seen);
    if (told.isPresent()) {
      return ended.withRest(new Rest(now, now.plus(told.get()), step, inARow, seen.kind()));
    }
    if (rest.isPresent() || recent.size() >= FAILURES) {
      Duration next = step.isZero() ? FIRST : shorter(step.multipliedBy(2), LONGEST);
      return ended.withRest(new Rest(now, now.plus(next), next, inARow, seen.kind()));
    }
    return ended.withFailures(recent);
  }

  /** An answer forgets everything else. */
  static Health afterAnswer(Instant now) {
    return new Health(List.of(), Optional.empty(), List.of(), Optional.of(now));
  }

  /** Whether an answer says something that is not known yet. */
  static boolean news(Health before, Instant now) {
    return !answers(before, now, NOTED) || !before.tries().isEmpty();
  }

  /** Whether it has answered lately and not failed since. */
  static boolean trusted(Health health, Instant now) {
    return answers(health, now, TRUSTED);
  }

  private static boolean answers(Health health, Instant now, Duration lately) {
    return health.failures().isEmpty()
        && health.rest().isEmpty()
        && health.answered().filter(at -> within(at, lately, now)).isPresent();
  }

  /** Somebody asks it now, unless it rests or is {@link #crowded}. */
  static Health begun(Health before, Instant now) {
    if (untried(before, now)) {
      return whileProbed(before, now);
    }
    if (before.resting(now).isPresent() || crowded(before, now) || trusted(before, now)) {
      return before;
    }
    List<Instant> tries = new ArrayList<>(underWay(before, now));
    tries.add(now);
    return before.withTries(tries);
  }

  /** One that began then has come to its end. */
  static Health over(Health before, Instant began) {
    List<Instant> tries = new ArrayList<>(before.tries());
    tries.remove(began);
    return before.withTries(tries);
  }

  /** Whether enough are under way to put it to rest, should they all fail. */
  static boolean crowded(Health health, Instant now) {
    int failures = recent(health.failures(), now).size();
    return !trusted(health, now)
        && health.resting(now).isEmpty()
        && failures + underWay(health, now).size() >= FAILURES;
  }

  private static List<Instant> underWay(Health health, Instant now) {
    return health.tries().stream().filter(began -> within(began, SUSPENSE, now)).toList();
  }

  /** Whether the model was at rest and nobody has found out since how it fares. */
  static boolean untried(Health health, Instant now) {
    return health.rest().filter(r -> remembered(r, now) && !r.holds(now)).isPresent();
  }

  /** One process tries a model that has rested; for the others the rest goes on meanwhile. */
  private static Health whileProbed(Health rested, Instant now) {
    return rested.withRest(rested.rest().orElseThrow().until(now.plus(PROBE)));
  }

  private static boolean remembered(Rest rest, Instant now) {
    return !now.isBefore(rest.since()) && now.isBefore(rest.until().plus(FORGOTTEN));
  }

  private static List<Instant> recent(List<Instant> failures, Instant now) {
    return failures.stream().filter(at -> within(at, WITHIN, now)).toList();
  }

  /** A time that has yet to come was written by a clock that has since been put back. */
  private static boolean within(Instant at, Duration length, Instant now) {
    return at.isAfter(now.minus(length)) && !at.isAfter(now);
  }

  /** How long the failure itself says that there is no point in asking. */
  private static Optional<Duration> told(Failure failure) {
    return switch (failure.kind()) {
      case AUTH, QUOTA -> Optional.of(REFUSED);
      case RATE_LIMIT ->
          failure.retryAfter().filter(w -> w.compareTo(Duration.ZERO) > 0).map(RestPolicy::capped);
      default -> Optional.empty();
    };
  }

  private static Duration capped(Duration wait) {
    return shorter(wait, LONGEST);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Failures that are the prompt's, the user's or our own say nothing about the model. */
  static boolean counts(Failure failure) {
    return switch (failure.asIfNothingCame().kind()) {
      case CONTEXT, POLICY, BAD_REQUEST, SCHEMA, USAGE, CONFIG, BUDGET -> false;
      case INTERRUPTED, INTERNAL, ALL_FAILED -> false;
      case MALFORMED, EMPTY, AUTH, RATE_LIMIT, QUOTA, OVERLOADED, SERVER_ERROR -> true;
      case TIMEOUT_CONNECT, TIMEOUT_FIRST_TOKEN, TIMEOUT_IDLE, TIMEOUT_TOTAL -> true;
      case NETWORK, TLS, TRUNCATED, NOT_FOUND -> true;
    };
  }
}
