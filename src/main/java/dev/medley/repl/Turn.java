package dev.medley.repl;

import dev.medley.chat.ModelRef;
import java.util.Optional;

/**
 * One thing said and what was answered.
 *
 * @param answer what came of it
 * @param partial whether the answer broke off
 * @param by who answered
 * @param runId under which it is kept in the history; empty: it is not
 */
public record Turn(
    Said said, String answer, boolean partial, ModelRef by, Optional<String> runId) {}
