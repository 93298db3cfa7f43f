package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Providers that need no configuration.
 *
 * @param tree the lowest layer
 * @param hintModels by provider, those with a key of their own only: the model to ask when none is
 *     named
 * @param variables by provider: where its key usually is
 */
record Presets(Entries tree, Map<String, String> hintModels, Map<String, String> variables) {
  static Presets read(Environment environment) {
    Map<String, ConfigNode> providers = new LinkedHashMap<>();
    Map<String, String> hints = new LinkedHashMap<>();
    Map<String, String> variables = new LinkedHashMap<>();
    for (Preset preset : Preset.all()) {
      providers.put(preset.name(), provider(preset, environment));
      if (!preset.keyVariable().isEmpty()) {
        hints.put(preset.name(), preset.model());
        variables.put(preset.name(), preset.keyVariable());
      }
    }
    Entries all = new Entries(providers, Origin.PRESET);
    return new Presets(new Entries(Map.of("providers", all), Origin.PRESET), hints, variables);
  }

  private static Entries provider(Preset preset, Environment environment) {
    Map<String, ConfigNode> keys = new LinkedHashMap<>();
    String variable = preset.baseUrlVariable();
    Optional<String> elsewhere =
        variable.isEmpty() ? Optional.empty() : environment.variable(variable);
    keys.put(
        "base_url",
        elsewhere.isPresent()
            ? new Scalar(elsewhere.get(), Look.TEXT, Origin.environment(variable))
            : new Scalar(preset.baseUrl(), Look.TEXT, Origin.PRESET));
    put(keys, "key_env", preset.keyVariable());
    put(keys, "keys_url", preset.keysUrl());
    return new Entries(keys, Origin.PRESET);
  }

  private static void put(Map<String, ConfigNode> keys, String key, String text) {
    if (!text.isEmpty()) {
      keys.put(key, new Scalar(text, Look.TEXT, Origin.PRESET));
    }
  }
}
