package dev.medley.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much a provider wants to be asked at once.
 *
 * @param maxConcurrency requests in flight, at least 1; empty: no limit of its own
 * @param requestsPerMinute at least 1; empty: no limit of its own
 */
public record Throttle(OptionalLong maxConcurrency, OptionalLong requestsPerMinute) {
  public static final Throttle NONE = new Throttle(OptionalLong.empty(), OptionalLong.empty());

  /** By the name of the provider, where one has any. */
  static Map<String, Throttle> of(Section providers) {
    Map<String, Throttle> throttles = new LinkedHashMap<>();
    providers
        .sections()
        .forEach(
            (name, provider) -> {
              Throttle throttle =
                  new Throttle(
                      count(provider, "max_concurrency"), count(provider, "requests_per_minute"));
              if (throttle.limits()) {
                throttles.put(name, throttle);
              }
            });
    return Map.copyOf(throttles);
  }

  private boolean limits() {
    return maxConcurrency.isPresent() || requestsPerMinute.isPresent();
  }

  private static OptionalLong count(Section provider, String key) {
    return provider
        .parsed(key, text -> Numbers.count(text, "8"))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
