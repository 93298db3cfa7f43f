package dev.medley.catalog;

import java.util.List;
import java.util.Set;

/**
 * One line of the price list.
 *
 * @param aliases snapshots and gateway spellings of the same model
 * @param vendors path parts that may stand in front of its name, such as {@code x-ai}
 */
record Entry(ModelInfo info, List<String> aliases, Set<String> vendors, boolean deprecated) {
  Entry {
    aliases = List.copyOf(aliases);
    vendors = Set.copyOf(vendors);
  }
}
