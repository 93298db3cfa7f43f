package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** A higher layer on a lower one: maps merge, scalars and lists replace. */
final class Overlay {
  /** Ways to say one thing: a higher layer that chooses one takes back the lower's choice. */
  static final Map<String, Set<String>> ALTERNATIVES =
      Map.of(
          "providers", Set.of("key_env", "key_command", "key_file"),
          "tasks", Set.of("model", "models", "chain"),
          "templates", Set.of("model", "task"));

  private Overlay() {}

  /** One whole tree on another. */
  static Entries of(Entries upper, Entries lower) {
    Map<String, ConfigNode> merged = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach(
            (section, above) ->
                merged.merge(
                    section,
                    above,
                    (below, same) -> join(same, below, (a, b) -> named(section, a, b))));
    return new Entries(merged, upper.origin());
  }

  /** Parts of one layer, none of which takes back another. */
  static ConfigNode join(ConfigNode upper, ConfigNode lower) {
    return join(upper, lower, Overlay::join);
  }

  private static ConfigNode join(
      ConfigNode upper, ConfigNode lower, BinaryOperator<ConfigNode> below) {
    if (upper.isNothing()) {
      return lower;
    }
    if (!(upper instanceof Entries above && lower instanceof Entries under)) {
      return upper;
    }
    Map<String, ConfigNode> merged = new LinkedHashMap<>(under.entries());
    above
        .entries()
        .forEach((key, value) -> merged.merge(key, value, (low, high) -> below.apply(high, low)));
    return new Entries(merged, above.origin());
  }

  private static ConfigNode named(String section, ConfigNode upper, ConfigNode lower) {
    if (!(upper instanceof Entries above && lower instanceof Entries under)) {
      return upper.isNothing() ? lower : upper;
    }
    if (section.equals("models") && above.entries().containsKey("id")) {
      // Another model: what was said of the old one, such as its price, is not true of it.
      return above;
    }
    Set<String> ways = ALTERNATIVES.getOrDefault(section, Set.of());
    if (Collections.disjoint(above.entries().keySet(), ways)) {
      return join(above, under);
    }
    Map<String, ConfigNode> rest = new LinkedHashMap<>(under.entries());
    rest.keySet().removeAll(ways);
    return join(above, new Entries(rest, under.origin()));
  }
}
