package dev.medley.repl;

import dev.medley.config.Target;
import java.util.Optional;

/**
 * A conversation of the history, to be gone on with.
 *
 * @param id empty: what is said next begins a branch of it
 * @param system the system prompt that it had last
 * @param model that answered last
 */
public record Resumed(
    Optional<String> id, Optional<String> system, Target model, Conversation conversation) {}
