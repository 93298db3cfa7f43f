package dev.medley.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model was chosen.
 *
 * @param rule counted from 1; empty: none decided
 * @param reasons one short sentence a step
 */
public record RouteTaken(Optional<String> task, OptionalInt rule, List<String> reasons) {
  public RouteTaken {
    reasons = List.copyOf(reasons);
  }
}
