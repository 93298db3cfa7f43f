package dev.medley.endpoint;

import java.net.URI;

/** Where chat completions are asked for, below a base URL. */
final class CompletionsUrl {
  private CompletionsUrl() {}

  /** Keeps the base URL's query, as Azure's {@code api-version}. */
  static URI below(URI base) {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    return URI.create(
        base.getScheme() + "://" + base.getRawAuthority() + path + "/chat/completions" + query);
  }
}
