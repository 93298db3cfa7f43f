package dev.medley.catalog;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of a model. Unknown is empty, never zero.
 *
 * @param provider who makes or serves it, such as {@code openai}
 * @param id the family's name, without date or gateway spelling
 * @param window context window in tokens, prompt and completion together
 * @param maxOutput the most completion tokens of one answer
 */
public record ModelInfo(
    String provider,
    String id,
    OptionalLong window,
    OptionalLong maxOutput,
    Optional<Price> price,
    Set<Ability> abilities) {
  public ModelInfo {
    abilities = Set.copyOf(abilities);
  }

  /** What a model can do beside text. */
  public enum Ability {
    VISION,
    REASONING
  }

  /** The same model where tokens cost something else, or something unknown. */
  public ModelInfo withPrice(Optional<Price> changed) {
    return new ModelInfo(provider, id, window, maxOutput, changed, abilities);
  }

  /** Nothing is known of the model. */
  public static ModelInfo unknown(String provider, String id) {
    return new ModelInfo(
        provider, id, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Set.of());
  }
}
