package dev.medley.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a model has fared since it last answered.
 *
 * @param failures when the latest failures were that count and have not led to a rest
 * @param rest the latest, which may be over; empty: none since the last answer
 */
public record Health(List<Instant> failures, Optional<Rest> rest) {
  /** Of a model that answers, or of which nothing is known. */
  public static final Health GOOD = new Health(List.of(), Optional.empty());

  public Health {
    failures = List.copyOf(failures);
  }

  /** The rest that holds now. */
  public Optional<Rest> resting(Instant now) {
    return rest.filter(r -> r.holds(now));
  }
}
