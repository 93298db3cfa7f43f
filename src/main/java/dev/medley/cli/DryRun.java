package dev.medley.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Prompt;
import dev.medley.chat.RequestPreview;
import dev.medley.compare.cases.CaseCursor;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Question;
import dev.medley.config.Target;
import dev.medley.send.Models;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /** All cases, written while they are made; nothing of them is kept. */
  static void write(Panel panel, Cases cases, Function<Question, Prompt> prompts, Console console)
      throws IOException {
    String before = "{\"requests\": [\n";
    try (CaseCursor cursor = cases.walk()) {
      for (Optional<Case> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        Prompt prompt = prompts.apply(next.get().question());
        for (Target target : panel.targets()) {
          console.print(before + request(panel.opened().open(target).preview(prompt)));
          before = ",\n";
        }
      }
    }
    console.print("\n]}\n");
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
