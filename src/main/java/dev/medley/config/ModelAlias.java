package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.ModelTier;
import dev.medley.catalog.Price;
import dev.medley.chat.Dialect;
import dev.medley.chat.ModelRef;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user's own name for a model.
 *
 * @param facts what the user says of it
 * @param dialect what it does not understand, beside what its provider does not
 */
public record ModelAlias(String name, ModelRef ref, Facts facts, Dialect dialect) {
  /**
   * What is said of a model, over what the catalogue says; a price from a project file, and the
   * largest output beside it, only where the catalogue knows no price.
   */
  public record Facts(
      Optional<Price> price,
      OptionalLong context,
      OptionalLong maxOutput,
      Optional<ModelTier> tier) {
    public ModelInfo over(ModelInfo known) {
      boolean hearsay = price.filter(p -> p.source() == Price.Source.PROJECT).isPresent();
      boolean kept = hearsay && known.price().isPresent();
      return new ModelInfo(
          known.provider(),
          known.id(),
          context.isPresent() ? context : known.window(),
          kept || maxOutput.isEmpty() ? known.maxOutput() : maxOutput,
          kept ? known.price() : price.or(known::price),
          known.abilities());
    }
  }
}
