package dev.medley.route;

import dev.medley.catalog.Cost;
import dev.medley.catalog.ModelTier;
import dev.medley.config.Target;
import java.util.Optional;

/**
 * A model that a task allows, as it was judged.
 *
 * @param estimate for this very prompt
 * @param tier empty: neither declared nor derivable from a price
 * @param dropped why it is out; empty: it is not
 */
public record Candidate(
    Target target,
    Cost estimate,
    Optional<ModelTier> tier,
    Standing standing,
    Optional<Drop> dropped) {
  Candidate dropped(Drop why) {
    return new Candidate(target, estimate, tier, standing, Optional.of(why));
  }

  /** As the server knows it, such as {@code openai/gpt-4o}. */
  public String name() {
    return target.ref().toString();
  }
}
