package dev.medley.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which answer a person liked best without knowing whose it was.
 *
 * @param task what the prompt was about
 * @param models those that answered, as {@code provider/id}
 * @param winner one of them, if the choice is a model
 */
public record Vote(
    Instant at, String task, List<String> models, Choice choice, Optional<String> winner) {
  /** What can be chosen. */
  public enum Choice {
    /** One is the best. */
    MODEL,
    /** They are equally good. */
    TIE,
    /** None is good. */
    NONE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Vote {
    models = List.copyOf(models);
    if (choice == Choice.MODEL != winner.isPresent()
        || winner.filter(models::contains).isEmpty() && winner.isPresent()) {
      throw new IllegalArgumentException(choice + " " + winner + " of " + models);
    }
  }
}
