package dev.medley.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a model fares, as far as chains have found out. Instants are whole milliseconds.
 *
 * @param failures when the latest failures were that count and have not led to a rest
 * @param rest the latest, which may be over; empty: none since the last answer
 * @param tries when those began that are under way, or whose process has died
 * @param answered when it last did; not each time is noted
 */
public record Health(
    List<Instant> failures, Optional<Rest> rest, List<Instant> tries, Optional<Instant> answered) {
  /** Of a model that no chain has asked. */
  public static final Health UNKNOWN =
      new Health(List.of(), Optional.empty(), List.of(), Optional.empty());

  public Health {
    failures = List.copyOf(failures);
    tries = List.copyOf(tries);
  }

  /** The rest that holds now. */
  public Optional<Rest> resting(Instant now) {
    return rest.filter(r -> r.holds(now));
  }

  public Health withFailures(List<Instant> others) {
    return new Health(others, rest, tries, answered);
  }

  public Health withTries(List<Instant> others) {
    return new Health(failures, rest, others, answered);
  }

  /** It rests: the failures before have done their work. */
  public Health withRest(Rest begun) {
    return new Health(List.of(), Optional.of(begun), tries, answered);
  }
}
