package dev.medley.config;

import dev.medley.catalog.ModelTier;
import java.util.List;
import java.util.Optional;

/**
 * Among whom a task chooses, and how.
 *
 * @param models in the order given; empty without a chain: the models of that tier, else the
 *     default model
 * @param chain the name of a chain instead of models
 * @param tier those of another tier are left out
 * @param prefer empty: the order given decides
 */
public record Choice(
    List<String> models,
    Optional<String> chain,
    Optional<ModelTier> tier,
    Optional<Objective> prefer,
    Bounds bounds) {
  /** The default model. */
  public static final Choice DEFAULT = of(List.of());

  public Choice {
    models = List.copyOf(models);
  }

  /** These models, in this order. */
  public static Choice of(List<String> models) {
    return new Choice(models, Optional.empty(), Optional.empty(), Optional.empty(), Bounds.NONE);
  }
}
