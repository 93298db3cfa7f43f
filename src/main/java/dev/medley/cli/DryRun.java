package dev.medley.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Prompt;
import dev.medley.chat.RequestPreview;
import dev.medley.config.Target;
import dev.medley.send.Models;
import java.util.List;

/** What would be sent: one request, or the requests of all models in order. */
final class DryRun {
  private static final JsonMapper JSON = new JsonMapper();

  private DryRun() {}

  static String document(List<Target> targets, Prompt prompt, Models models) {
    List<ObjectNode> requests =
        targets.stream().map(target -> request(models.open(target).preview(prompt))).toList();
    if (requests.size() == 1) {
      return requests.get(0).toPrettyString();
    }
    ObjectNode document = JSON.createObjectNode();
    document.putArray("requests").addAll(requests);
    return document.toPrettyString();
  }

  private static ObjectNode request(RequestPreview preview) {
    ObjectNode request = JSON.createObjectNode();
    request.put("method", "POST").put("url", preview.url());
    ObjectNode headers = request.putObject("headers");
    preview.headers().forEach(headers::put);
    try {
      request.set("body", JSON.readTree(preview.body()));
    } catch (JsonProcessingException neverOurs) {
      throw new IllegalStateException(neverOurs);
    }
    return request;
  }
}
