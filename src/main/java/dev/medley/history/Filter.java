package dev.medley.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs are wanted.
 *
 * @param model as {@code provider/model}, as its server knows it, or as it was written; {@code *}
 *     stands for any text
 * @param task that routed the prompt
 * @param since asked then or later
 * @param failed only those without a whole answer
 */
public record Filter(
    Optional<String> model, Optional<String> task, Optional<Instant> since, boolean failed) {
  public static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
