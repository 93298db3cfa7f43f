package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Providers that need no configuration.
 *
 * @param tree the lowest layer
 * @param hintModels by provider, those with a key of their own only: the model to ask when none is
 *     named
 * @param variables by provider: where its key usually is
 */
record Presets(Entries tree, Map<String, String> hintModels, Map<String, String> variables) {
  private static final Set<String> NO_SETTINGS = Set.of("base_url_env", "model");

  static Presets read(Environment environment) {
    Map<String, ConfigNode> providers = new LinkedHashMap<>();
    Map<String, String> hints = new LinkedHashMap<>();
    Map<String, String> variables = new LinkedHashMap<>();
    for (Section preset : new Section("", resource(), problem -> {}).sections().values()) {
      providers.put(preset.path(), provider(preset, environment));
      preset.text("model").ifPresent(model -> hints.put(preset.path(), model));
      preset.text("key_env").ifPresent(name -> variables.put(preset.path(), name));
    }
    Entries all = new Entries(providers, Origin.PRESET);
    return new Presets(new Entries(Map.of("providers", all), Origin.PRESET), hints, variables);
  }

  private static Entries provider(Section preset, Environment environment) {
    Map<String, ConfigNode> keys = new LinkedHashMap<>(preset.node().entries());
    keys.replaceAll((key, value) -> value.at(Origin.PRESET));
    preset
        .text("base_url_env")
        .ifPresent(
            name ->
                environment
                    .variable(name)
                    .map(url -> new Scalar(url, Look.TEXT, Origin.environment(name)))
                    .ifPresent(url -> keys.put("base_url", url)));
    keys.keySet().removeAll(NO_SETTINGS);
    return new Entries(keys, Origin.PRESET);
  }

  private static Entries resource() {
    Consumer<Problem> broken =
        problem -> {
          throw new IllegalStateException(problem.toString());
        };
    try (InputStream in = Presets.class.getResourceAsStream("presets.yaml")) {
      return new YamlFile("presets.yaml", broken).parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
