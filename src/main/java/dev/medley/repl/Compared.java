package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.send.Delivery;
import java.util.List;

/**
 * A comparison, of whose answers one may go on.
 *
 * @param before what had been said before
 * @param said what all were asked
 * @param results in the order in which the models were given
 */
public record Compared(Conversation before, Message said, List<Delivery> results) {
  public Compared {
    results = List.copyOf(results);
  }

  /** What there is to go on with at this place, counted from 1. */
  public boolean has(int number) {
    return number >= 1
        && number <= results.size()
        && !results.get(number - 1).outcome().reply().text().isEmpty();
  }
}
