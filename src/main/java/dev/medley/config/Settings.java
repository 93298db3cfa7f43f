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
    Map<String, Template> templates) {
  public Settings {
    providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
  }
}
