package dev.medley.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What one request says.
 *
 * @param body the JSON
 * @param idempotencyKey empty: none is sent
 */
record Posting(ObjectNode body, Optional<String> idempotencyKey) {
  /** Whether the answer is to come piece by piece. */
  boolean stream() {
    return body.path("stream").asBoolean();
  }
}
