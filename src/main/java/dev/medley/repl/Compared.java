package dev.medley.repl;

import dev.medley.send.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * A comparison, of whose answers one may go on.
 *
 * @param before what had been said before
 * @param said what all were asked
 * @param results in the order in which the models were given
 * @param runIds under which the results are kept, as far as they are
 */
public record Compared(
    Conversation before, Said said, List<Delivery> results, List<Optional<String>> runIds) {
  public Compared {
    results = List.copyOf(results);
    runIds = List.copyOf(runIds);
  }

  /** What there is to go on with at this place, counted from 1. */
  public boolean has(int number) {
    return number >= 1
        && number <= results.size()
        && !results.get(number - 1).outcome().reply().text().isEmpty();
  }
}
