package dev.medley.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is preferred among the models that may take a prompt. Ties keep the order given. */
public enum Objective {
  /** The lowest estimate for this very prompt. */
  CHEAP,
  /** The shortest time to the whole answer, as observed. */
  FAST,
  /** The highest tier. */
  BEST,
  /** The lowest sum of the places that a model takes by price, by time and by tier. */
  BALANCED;

  private static final Map<String, Objective> SYNONYMS = Map.of("floor", CHEAP, "nitro", FAST);

  /** Reads a name or one of the synonyms {@code floor} and {@code nitro}. */
  public static Parsed<Objective> parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (SYNONYMS.containsKey(word)) {
      return Parsed.good(SYNONYMS.get(word));
    }
    List<String> known = Arrays.stream(values()).map(Objective::word).toList();
    return known.contains(word)
        ? Parsed.good(valueOf(word.toUpperCase(Locale.ROOT)))
        : Parsed.bad("\"" + text + "\" is none of " + String.join(", ", known));
  }

  /** The word in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
