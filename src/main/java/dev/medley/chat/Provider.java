package dev.medley.chat;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAI-compatible endpoint.
 *
 * @param name as configured, such as {@code openai}
 * @param baseUrl absolute http or https URL, without {@code /chat/completions}
 * @param key empty: no Authorization header is sent
 * @param headers sent with every request
 */
public record Provider(
    String name, URI baseUrl, Optional<Secret> key, Map<String, String> headers, Dialect dialect) {
  public Provider {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public Provider at(URI url) {
    return new Provider(name, url, key, headers, dialect);
  }

  public Provider speaking(Dialect other) {
    return new Provider(name, baseUrl, key, headers, other);
  }

  /** Header values may hold secrets and are left out. */
  @Override
  public String toString() {
    String access = key.map(secret -> "key " + secret.describe()).orElse("no key");
    return "Provider[" + name + ", " + baseUrl + ", " + access + "]";
  }
}
