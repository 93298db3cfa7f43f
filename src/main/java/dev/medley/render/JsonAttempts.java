package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Failure;
import dev.medley.send.Attempt;
import dev.medley.send.OutcomeJson;
import java.util.List;

/** Attempts, as JSON. */
final class JsonAttempts {
  private JsonAttempts() {}

  static void write(ArrayNode list, List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      ObjectNode node = list.addObject();
      node.put("model", attempt.target().ref().toString());
      node.put("provider", attempt.target().ref().provider());
      node.put("started_at", attempt.outcome().timing().startedAt().toString());
      node.put("waited_ms", attempt.waited().length().toMillis());
      node.put(
          "wait_reason", attempt.waited().reason().isEmpty() ? null : attempt.waited().reason());
      OutcomeJson.timing(node, attempt.outcome().timing());
      attempt
          .failure()
          .filter(f -> f.status().isPresent())
          .ifPresentOrElse(
              f -> node.put("status", f.status().getAsInt()), () -> status(node, attempt));
      attempt.failure().ifPresentOrElse(f -> brief(node, f), () -> node.putNull("error"));
      OutcomeJson.usage(node, attempt.outcome().reply().usage());
      OutcomeJson.cost(node, attempt.cost());
      node.put("outcome", attempt.result().wireName());
    }
  }

  private static void status(ObjectNode node, Attempt attempt) {
    if (attempt.outcome().answered()) {
      node.put("status", 200);
    } else {
      node.putNull("status");
    }
  }

  private static void brief(ObjectNode node, Failure failure) {
    node.putObject("error")
        .put("class", failure.kind().wireName())
        .put("message", failure.message());
  }
}
