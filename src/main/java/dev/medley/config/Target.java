package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Dialect;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;

/**
 * A model that a name stands for.
 *
 * @param name as the user wrote it
 * @param info what is known of the model, the alias's own price and window included
 * @param dialect the provider's and the model's together
 */
public record Target(
    String name, ModelRef ref, Provider provider, ModelInfo info, Dialect dialect) {}
