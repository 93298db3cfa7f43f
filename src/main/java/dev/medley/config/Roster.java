package dev.medley.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names for models.
 *
 * @param defaultModel whom to ask when no model is named: as configured, else of the first preset
 *     whose key is there
 * @param defaultProvider whose models may be named without a provider
 * @param groups names that stand for several, themselves names of models
 */
public record Roster(
    Optional<String> defaultModel,
    Optional<String> defaultProvider,
    Map<String, ModelAlias> models,
    Map<String, List<String>> groups) {
  public Roster {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
  }
}
