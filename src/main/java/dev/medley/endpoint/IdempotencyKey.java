package dev.medley.endpoint;

import dev.medley.chat.Dialect;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The header by which a server can tell a second try from a second request. */
final class IdempotencyKey {
  private static final String HEADER = "Idempotency-Key";

  /** How a provider or a model says in the configuration that it does not want it. */
  private static final String OMITTED = "idempotency_key";

  private IdempotencyKey() {}

  static Optional<String> of(Prompt prompt, Dialect dialect) {
    return dialect.omit().contains(OMITTED) ? Optional.empty() : prompt.idempotencyKey();
  }

  /** The same endpoint with the header; one that the user has configured stays. */
  static Provider on(Provider provider, String key) {
    Map<String, String> headers = new LinkedHashMap<>(provider.headers());
    if (headers.keySet().stream().noneMatch(HEADER::equalsIgnoreCase)) {
      headers.put(HEADER, key);
    }
    return provider.with(provider.key(), headers);
  }
}
