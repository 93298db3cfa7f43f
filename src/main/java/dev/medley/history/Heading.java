package dev.medley.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What a run is known by.
 *
 * @param command such as {@code ask}
 * @param comparisonId the same for all that were asked side by side; empty: nobody was
 * @param route how the model was chosen, when medley chose it
 */
public record Heading(
    String id,
    Instant at,
    String command,
    Optional<String> comparisonId,
    Place place,
    Optional<RouteTaken> route) {
  /** A run of its own. */
  public Heading(String id, Instant at, String command, Place place) {
    this(id, at, command, Optional.empty(), place, Optional.empty());
  }

  public Heading routed(Optional<RouteTaken> taken) {
    return new Heading(id, at, command, comparisonId, place, taken);
  }
}
