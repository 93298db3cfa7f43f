package dev.medley.cli;

import dev.medley.catalog.ModelTier;
import dev.medley.chat.Failure;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.route.ModelPool;
import dev.medley.route.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models as they are for everybody: with every key, none of them resting, none measured. A test of
 * the routing must not come out otherwise on another machine, or tomorrow.
 */
final class TrialPool implements ModelPool {
  private final ModelPool pool;

  TrialPool(ModelPool pool) {
    this.pool = pool;
  }

  @Override
  public List<Target> named(List<String> names) {
    return pool.named(names).stream().map(TrialPool::open).toList();
  }

  @Override
  public List<Target> aliases() {
    return pool.aliases().stream().map(TrialPool::open).toList();
  }

  private static Target open(Target target) {
    return new Target(
        target.name(),
        target.ref(),
        target.provider().with(Optional.empty(), Map.of()),
        target.info(),
        target.dialect());
  }

  @Override
  public Optional<ModelTier> declaredTier(Target model) {
    return pool.declaredTier(model);
  }

  /** Nothing is spent. */
  @Override
  public Optional<Failure> beyondBudget(Target model, Prompt prompt) {
    return Optional.empty();
  }

  @Override
  public Map<Target, Standing> standings(List<Target> models) {
    return Map.of();
  }
}
