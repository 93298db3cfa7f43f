package dev.medley.config;

import dev.medley.catalog.ModelInfo;
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
  /** What a user says of a model, over what the catalogue says. */
  public record Facts(Optional<Price> price, OptionalLong context, OptionalLong maxOutput) {
    public ModelInfo over(ModelInfo known) {
      return new ModelInfo(
          known.provider(),
          known.id(),
          context.isPresent() ? context : known.window(),
          maxOutput.isPresent() ? maxOutput : known.maxOutput(),
          price.or(known::price),
          known.abilities());
    }
  }
}
