package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.config.Target;
import dev.medley.route.Decision;

/** A routing decision as JSON. */
final class JsonRoute {
  private JsonRoute() {}

  static void write(ObjectNode node, Decision decision) {
    ObjectNode route = node.putObject("route");
    route.put("task", decision.task().orElse(null));
    if (decision.rule().isPresent()) {
      route.put("rule", decision.rule().getAsInt());
    } else {
      route.putNull("rule");
    }
    decision.reasons().forEach(route.putArray("reasons")::add);
    var candidates = route.putArray("candidates");
    for (Target candidate : decision.candidates()) {
      candidates.add(candidate.ref().toString());
    }
  }
}
