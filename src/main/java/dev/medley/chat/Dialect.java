package dev.medley.chat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a server or a model does not understand of the request.
 *
 * @param omit request fields that are never sent, such as {@code temperature} or {@code
 *     stream_options}
 * @param maxTokensField the field that limits the output, where it is not the one asked for
 */
public record Dialect(Set<String> omit, Optional<String> maxTokensField) {
  public static final Dialect PLAIN = new Dialect(Set.of(), Optional.empty());

  public Dialect {
    omit = Set.copyOf(omit);
  }

  /** A model's own dialect on top of its provider's. */
  public Dialect and(Dialect model) {
    Set<String> all = new HashSet<>(omit);
    all.addAll(model.omit);
    return new Dialect(all, model.maxTokensField.or(() -> maxTokensField));
  }
}
