package dev.medley.repl;

import dev.medley.config.Target;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A conversation of the history, to be gone on with.
 *
 * @param id empty: what is said next begins a branch of it
 * @param system the system prompt that it had last
 * @param model that answered last; looked up, and refused where it is not known, when asked for
 */
public record Resumed(
    Optional<String> id,
    Optional<String> system,
    Supplier<Target> model,
    Conversation conversation) {}
