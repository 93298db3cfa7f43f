package dev.medley.endpoint;

import java.net.URI;

/** Where the list of models is asked for, below a base URL. */
final class ModelsUrl {
  private ModelsUrl() {}

  static URI below(URI base) {
    String completions = CompletionsUrl.below(base).toString();
    return URI.create(completions.replaceFirst("/chat/completions(?=\\?|$)", "/models"));
  }
}
