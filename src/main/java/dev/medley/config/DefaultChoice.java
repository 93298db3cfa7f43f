package dev.medley.config;

import dev.medley.chat.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to ask when nobody is named.
 *
 * @param model as configured, else the one that suits the provider
 * @param provider the default model's, else the first preset whose key is there, else the first of
 *     the user's own whose key is there
 */
record DefaultChoice(Optional<String> model, Optional<String> provider) {
  static DefaultChoice of(Section root, Map<String, Provider> providers, Presets presets) {
    Optional<String> configured = root.text("default_model");
    Optional<String> ready =
        Stream.concat(presets.hintModels().keySet().stream(), providers.keySet().stream())
            .filter(name -> ready(providers.get(name)))
            .findFirst();
    Optional<String> provider = configured.flatMap(name -> providerOf(name, root)).or(() -> ready);
    Optional<String> hinted =
        ready.flatMap(
            name ->
                Optional.ofNullable(presets.hintModels().get(name))
                    .map(model -> name + "/" + model));
    return new DefaultChoice(configured.or(() -> hinted), provider);
  }

  /** A provider without any key is always there and says nothing about what the user wants. */
  private static boolean ready(Provider provider) {
    return provider != null
        && provider.key().filter(key -> ((KeyReference) key).present()).isPresent();
  }

  private static Optional<String> providerOf(String name, Section root) {
    String id = root.section("models").section(name).text("id").orElse(name);
    return Optional.of(id)
        .filter(text -> text.indexOf('/') > 0)
        .map(text -> text.substring(0, text.indexOf('/')))
        .filter(provider -> root.section("providers").has(provider));
  }
}
