package dev.medley.route;

import dev.medley.catalog.ModelTier;
import dev.medley.chat.Failure;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that can be chosen from, and what is known of them beside their price. */
public interface ModelPool {
  /** What the names stand for, in order; an empty list of names is the default model. */
  List<Target> named(List<String> names);

  /** All models that the configuration gives a name, in its order. */
  List<Target> aliases();

  /** The tier that the configuration gives a model; empty: its price says it. */
  Optional<ModelTier> declaredTier(Target model);

  /** Why spending limits would not let this prompt go to a model; empty: they would. */
  Optional<Failure> beyondBudget(Target model, Prompt prompt);

  /** How models have fared lately; of those that are missing nothing is known. */
  Map<Target, Standing> standings(List<Target> models);
}
