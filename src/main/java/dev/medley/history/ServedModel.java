package dev.medley.history;

import java.net.URI;

/**
 * A model where it is served: two names for one endpoint are one endpoint.
 *
 * @param baseUrl without its query, which may hold a key
 * @param id the model's name as its server knows it
 */
public record ServedModel(String baseUrl, String id) {
  /** Written out, as is that of {@link dev.medley.chat.ModelRef}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ServedModel that && baseUrl.equals(that.baseUrl) && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return 31 * baseUrl.hashCode() + id.hashCode();
  }

  public static ServedModel at(URI baseUrl, String id) {
    return new ServedModel(baseUrl.toString().replaceFirst("[?#].*", ""), id);
  }
}
