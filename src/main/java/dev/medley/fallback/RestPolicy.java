package dev.medley.fallback;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.history.Health;
import dev.medley.history.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a model is left alone and for how long, as pure functions. Three failures in a minute rest
 * it for a minute. What is tried after a rest decides: an answer forgets everything, a failure
 * rests it again, twice as long.
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
    if (!counts(failure) || rest.filter(r -> started.isBefore(r.since())).isPresent()) {
      return before;
    }
    List<Instant> recent = recent(before.failures(), now);
    int inARow = rest.map(Rest::failures).orElse(0) + recent.size();
    Duration step = rest.map(Rest::step).orElse(Duration.ZERO);
    Optional<Duration> told = told(seen);
    if (told.isPresent()) {
      return resting(now, told.get(), step, inARow, seen.kind());
    }
    if (rest.isPresent() || recent.size() >= FAILURES) {
      Duration next = step.isZero() ? FIRST : shorter(step.multipliedBy(2), LONGEST);
      return resting(now, next, next, inARow, seen.kind());
    }
    return new Health(recent, Optional.empty());
  }

  /** Whether the model was at rest and nobody has found out since how it fares. */
  static boolean untried(Health health, Instant now) {
    return health.rest().filter(r -> remembered(r, now) && !r.holds(now)).isPresent();
  }

  /** One process tries a model that has rested; for the others the rest goes on meanwhile. */
  static Health whileProbed(Health rested, Instant now) {
    return new Health(rested.failures(), rested.rest().map(rest -> rest.until(now.plus(PROBE))));
  }

  private static Health resting(
      Instant now, Duration length, Duration step, int failures, FailureKind why) {
    Rest rest = new Rest(now, now.plus(length), step, failures, why);
    return new Health(List.of(), Optional.of(rest));
  }

  private static boolean remembered(Rest rest, Instant now) {
    return !now.isBefore(rest.since()) && now.isBefore(rest.until().plus(FORGOTTEN));
  }

  private static List<Instant> recent(List<Instant> failures, Instant now) {
    Instant begin = now.minus(WITHIN);
    return Stream.concat(
            failures.stream().filter(at -> at.isAfter(begin) && !at.isAfter(now)), Stream.of(now))
        .toList();
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
