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
 */
public record Settings(
    Map<String, Provider> providers,
    Roster roster,
    Routing routing,
    Limits limits,
    Timeouts network,
    HistorySettings history) {
  public Settings {
    providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
  }
}
