package dev.medley.history;

import java.util.Optional;

/**
 * Where a run stands among others.
 *
 * @param conversationId empty: it cannot be continued
 * @param parentId the run whose answer it follows; empty: it begins a conversation
 */
public record Place(Optional<String> conversationId, Optional<String> parentId) {
  /** Of a run that nobody will find again. */
  public static final Place NONE = new Place(Optional.empty(), Optional.empty());

  /** The beginning of a conversation. */
  public static Place first(String runId) {
    return new Place(Optional.of("c-" + runId), Optional.empty());
  }
}
