package dev.medley.chat;

/**
 * A model at a provider, written {@code provider/id}.
 *
 * @param provider the configured name of the provider, never a URL
 * @param id the model's name as its server knows it; may contain slashes
 */
public record ModelRef(String provider, String id) {
  @Override
  public String toString() {
    return provider + "/" + id;
  }
}
