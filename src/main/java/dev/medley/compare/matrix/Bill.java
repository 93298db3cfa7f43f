package dev.medley.compare.matrix;

import dev.medley.catalog.Cost;
import dev.medley.chat.Usage;
import dev.medley.send.Delivery;

/**
 * What a result took, over all of its tries.
 *
 * @param usage tokens of the tries that can have been billed
 * @param cost what those cost together
 * @param tries how often the model was asked, at least 1
 */
public record Bill(Usage usage, Cost cost, int tries) {
  static Bill of(Delivery delivery) {
    return new Bill(delivery.usage(), delivery.cost(), delivery.attempts().size());
  }
}
