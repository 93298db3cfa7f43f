package dev.medley.config;

import java.util.Optional;

/**
 * Sends a prompt to a task or a model.
 *
 * @param number from 1, as people count
 * @param task this or {@code model}, never both
 */
public record Rule(int number, Optional<String> task, Optional<String> model, Condition when) {}
