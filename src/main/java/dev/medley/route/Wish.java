package dev.medley.route;

import dev.medley.config.Bounds;
import dev.medley.config.Objective;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks of one decision, over what is configured.
 *
 * @param task the task to take; must be one of the known ones
 * @param models to choose among instead of the task's; empty: the task's
 * @param prefer instead of the task's objective
 * @param bounds beside the task's
 * @param auto whether what no rule takes is classified; empty: as configured
 */
public record Wish(
    Optional<String> task,
    List<String> models,
    Optional<Objective> prefer,
    Bounds bounds,
    Optional<Boolean> auto) {
  /** Nothing but the configuration. */
  public static final Wish NONE =
      new Wish(Optional.empty(), List.of(), Optional.empty(), Bounds.NONE, Optional.empty());

  public Wish {
    models = List.copyOf(models);
  }
}
