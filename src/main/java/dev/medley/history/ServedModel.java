package dev.medley.history;

import java.net.URI;

/**
 * A model where it is served: two names for one endpoint are one endpoint.
 *
 * @param baseUrl without its query, which may hold a key
 * @param id the model's name as its server knows it
 */
public record ServedModel(String baseUrl, String id) {
  public static ServedModel at(URI baseUrl, String id) {
    return new ServedModel(baseUrl.toString().replaceFirst("[?#].*", ""), id);
  }
}
