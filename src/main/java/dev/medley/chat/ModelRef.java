package dev.medley.chat;

/**
 * A model at a provider, written {@code provider/id}.
 *
 * @param provider the configured name of the provider, never a URL
 * @param id the model's name as its server knows it; may contain slashes
 */
public record ModelRef(String provider, String id) {
  /**
   * Written out: what records come with is linked at its first use, ten milliseconds of a start.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ModelRef that && provider.equals(that.provider) && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return 31 * provider.hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return provider + "/" + id;
  }
}
