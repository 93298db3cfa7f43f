package dev.medley.render;

import dev.medley.chat.Prompt;
import dev.medley.route.Decision;
import dev.medley.send.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * A command's work, to be shown.
 *
 * @param id of this run
 * @param command such as {@code ask}
 * @param route why this model, when it was chosen by medley
 * @param extracted the part of the answer that was asked for, when that is not the whole
 * @param conversationId by which it can be continued, when it can
 */
public record Run(
    String id,
    String command,
    Prompt prompt,
    Instant at,
    Optional<Decision> route,
    Delivery delivery,
    Optional<String> extracted,
    Optional<String> conversationId) {
  /** A run that shows the answer whole, and is not kept. */
  public Run(
      String id,
      String command,
      Prompt prompt,
      Instant at,
      Optional<Decision> route,
      Delivery delivery) {
    this(id, command, prompt, at, route, delivery, Optional.empty(), Optional.empty());
  }
}
