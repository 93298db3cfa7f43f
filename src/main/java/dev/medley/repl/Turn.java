package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.chat.ModelRef;

/**
 * One thing said and what was answered.
 *
 * @param answer what came of it
 * @param partial whether the answer broke off
 * @param by who answered
 */
public record Turn(Message said, String answer, boolean partial, ModelRef by) {}
