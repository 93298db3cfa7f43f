package dev.medley.endpoint;

import dev.medley.chat.Dialect;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What servers have taught this process by refusing; so each refuses only once. */
final class Learned {
  private record Model(URI base, String id, Dialect configured) {}

  private final Map<Model, Speech> speeches = new ConcurrentHashMap<>();
  private final Map<URI, URI> bases = new ConcurrentHashMap<>();

  Speech speech(URI base, String modelId, Dialect configured) {
    if (speeches.isEmpty()) {
      return Speech.of(configured); // a record's first hash code takes some milliseconds
    }
    return speeches.getOrDefault(new Model(base, modelId, configured), Speech.of(configured));
  }

  void speech(URI base, String modelId, Dialect configured, Speech better) {
    speeches.put(new Model(base, modelId, configured), better);
  }

  /** Where a configured base URL really leads. */
  URI base(URI configured) {
    return bases.getOrDefault(configured, configured);
  }

  void base(URI configured, URI better) {
    bases.put(configured, better);
  }
}
