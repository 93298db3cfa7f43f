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
 */
public record Run(
    String id,
    String command,
    Prompt prompt,
    Instant at,
    Optional<Decision> route,
    Delivery delivery) {}
