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
 * @param addressing how models are addressed and the key is shown
 */
public record Provider(
    String name,
    URI baseUrl,
    Optional<Secret> key,
    Map<String, String> headers,
    Dialect dialect,
    Addressing addressing) {
  public Provider {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Models are addressed as the host of the URL is known to want it. */
  public Provider(
      String name,
      URI baseUrl,
      Optional<Secret> key,
      Map<String, String> headers,
      Dialect dialect) {
    this(name, baseUrl, key, headers, dialect, Addressing.PLAIN.on(baseUrl));
  }

  public Provider at(URI url) {
    return new Provider(name, url, key, headers, dialect, addressing);
  }

  public Provider speaking(Dialect other) {
    return new Provider(name, baseUrl, key, headers, other, addressing);
  }

  /** This one, with another key and other headers. */
  public Provider with(Optional<Secret> otherKey, Map<String, String> otherHeaders) {
    return new Provider(name, baseUrl, otherKey, otherHeaders, dialect, addressing);
  }

  /** This one, with the URL below which it lists its models. */
  public Provider listing() {
    return at(addressing.listUrl(baseUrl));
  }

  /** This one, with the URL below which it answers for that model. */
  public Provider addressedTo(String modelId) {
    return at(addressing.baseUrl(baseUrl, modelId));
  }

  /** Header values may hold secrets and are left out. */
  @Override
  public String toString() {
    String access = key.map(secret -> "key " + secret.describe()).orElse("no key");
    return "Provider[" + name + ", " + baseUrl + ", " + access + "]";
  }
}
