package dev.medley.history;

import dev.medley.chat.ModelRef;

/**
 * A model that was asked.
 *
 * @param name as it was written, such as an alias
 */
public record PastModel(String name, ModelRef ref) {
  /** Of its columns; the provider's name never holds a slash. */
  static PastModel of(String name, String ref) {
    int slash = ref.indexOf('/');
    return new PastModel(name, new ModelRef(ref.substring(0, slash), ref.substring(slash + 1)));
  }
}
