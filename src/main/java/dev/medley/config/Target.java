package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Dialect;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;

/**
 * A model to send to.
 *
 * @param name as the user wrote it
 * @param info what is known of it, the user's own word first
 * @param dialect what neither the provider nor the model understands
 */
public record Target(
    String name, ModelRef ref, Provider provider, ModelInfo info, Dialect dialect) {}
