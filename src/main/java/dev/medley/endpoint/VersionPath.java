package dev.medley.endpoint;

import dev.medley.chat.Failure;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The {@code /v1} that many base URLs should end in and do not. */
final class VersionPath {
  private VersionPath() {}

  /** The base URL with it; empty when it has a path already. */
  static Optional<URI> below(URI base) {
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    if (!path.isEmpty() && !path.equals("/")) {
      return Optional.empty();
    }
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    return Optional.of(
        URI.create(base.getScheme() + "://" + base.getRawAuthority() + "/v1" + query));
  }

  /** Whether a failure is about the path that was called, not about a model that is not there. */
  static boolean mayBeMissed(Failure failure) {
    String words = failure.message().toLowerCase(Locale.ROOT);
    return words.startsWith("unexpected endpoint")
        || failure.status().orElse(0) == 404 && !words.contains("model");
  }
}
