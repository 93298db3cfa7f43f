package dev.medley.config;

import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that can be configured, checked.
 *
 * @param providers by name, presets included
 * @param templates those of the configuration itself, by name
 * @param throttles by the name of a provider, where it has one
 * @param ways the ways to the servers, as far as they are configured
 */
public record Settings(
    Map<String, Provider> providers,
    Roster roster,
    Routing routing,
    Limits limits,
    Timeouts network,
    HistorySettings history,
    NetworkSettings ways,
    Map<String, Template> templates,
    Map<String, Throttle> throttles) {
  public Settings {
    providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    throttles = Map.copyOf(throttles);
  }
}
