package dev.medley.endpoint;

import dev.medley.chat.Dialect;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import java.util.Optional;

/** The header by which a server can tell a second try from a second request. */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  /** How a provider or a model says in the configuration that it does not want it. */
  private static final String OMITTED = "idempotency_key";

  private IdempotencyKey() {}

  /** Its value; empty also where the user has configured one, which then stays. */
  static Optional<String> of(Prompt prompt, Provider provider, Dialect dialect) {
    boolean configured = provider.headers().keySet().stream().anyMatch(HEADER::equalsIgnoreCase);
    return configured || dialect.omit().contains(OMITTED)
        ? Optional.empty()
        : prompt.idempotencyKey();
  }
}
