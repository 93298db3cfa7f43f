package dev.medley.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.history.Ending;
import dev.medley.history.Heading;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastFile;
import dev.medley.history.PastRun;
import dev.medley.history.Question;
import dev.medley.history.RouteTaken;
import dev.medley.send.OutcomeJson;
import java.util.List;

/** Kept runs as JSON, in the words of the documents of {@code --json}. */
public final class HistoryJson {
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build())
          .build();

  private HistoryJson() {}

  /** One line. */
  public static String line(PastRun run) {
    return text(node(run));
  }

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  /** One document. */
  public static String document(PastRun run) {
    return pretty(node(run));
  }

  public static String document(List<PastRun> runs) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    ArrayNode list = document.putArray("runs");
    runs.forEach(run -> list.add(node(run)));
    return pretty(document);
  }

  private static String pretty(JsonNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static ObjectNode node(PastRun run) {
    ObjectNode node = JSON.createObjectNode().put("schema_version", 1);
    Heading heading = run.heading();
    node.put("id", run.id()).put("command", heading.command());
    node.put("requested_model", run.requested().ref().toString());
    Ending ending = run.ending();
    node.put("model", ending.model().ref().toString());
    Reply reply = ending.outcome().reply();
    node.put("resolved_model", reply.resolvedModel().orElse(null));
    node.put("provider", ending.model().ref().provider());
    question(node, run.question());
    answer(node, run.question(), ending);
    OutcomeJson.usage(node, ending.usage());
    OutcomeJson.cost(node, ending.cost());
    OutcomeJson.timing(node, ending.outcome().timing());
    heading.route().ifPresentOrElse(route -> route(node, route), () -> node.putNull("route"));
    attempts(node.putArray("attempts"), run.attempts());
    error(node, ending.outcome());
    node.put("conversation_id", heading.place().conversationId().orElse(null));
    node.put("parent_id", heading.place().parentId().orElse(null));
    node.put("comparison_id", heading.comparisonId().orElse(null));
    node.put("datetime_utc", heading.at().toString());
    return node;
  }

  private static void question(ObjectNode node, Question question) {
    node.put("prompt", question.user().orElse(null));
    node.put("system", question.system().orElse(null));
    node.set("options", JSON.valueToTree(question.parameters().fields()));
    ArrayNode files = node.putArray("files");
    for (PastFile file : question.files()) {
      ObjectNode one = files.addObject();
      one.put("kind", file.kind().wireName()).put("path", file.path());
      if (file.size().isPresent()) {
        one.put("size", file.size().getAsLong());
      } else {
        one.putNull("size");
      }
      one.put("sha256", file.sha256().orElse(null));
    }
  }

  private static void answer(ObjectNode node, Question question, Ending ending) {
    Reply reply = ending.outcome().reply();
    node.put("outcome", ending.result());
    node.put("response", question.user().isPresent() ? reply.text() : null);
    node.put("reasoning", reply.reasoning().isEmpty() ? null : reply.reasoning());
    node.put("finish_reason", reply.finishReason().orElse(null));
    node.put("truncated", reply.cutByLength() || ending.result().equals("truncated"));
  }

  private static void route(ObjectNode node, RouteTaken taken) {
    ObjectNode route = node.putObject("route");
    route.put("task", taken.task().orElse(null));
    if (taken.rule().isPresent()) {
      route.put("rule", taken.rule().getAsInt());
    } else {
      route.putNull("rule");
    }
    taken.reasons().forEach(route.putArray("reasons")::add);
  }

  static void attempts(ArrayNode list, List<PastAttempt> attempts) {
    for (PastAttempt attempt : attempts) {
      ObjectNode node = list.addObject();
      node.put("model", attempt.model().ref().toString());
      node.put("provider", attempt.model().ref().provider());
      node.put("started_at", attempt.outcome().timing().startedAt().toString());
      node.put("waited_ms", attempt.waited().toMillis());
      node.put("wait_reason", attempt.waitReason().isEmpty() ? null : attempt.waitReason());
      OutcomeJson.timing(node, attempt.outcome().timing());
      error(node, attempt.outcome());
      OutcomeJson.usage(node, attempt.outcome().reply().usage());
      OutcomeJson.cost(node, attempt.cost());
      node.put("outcome", attempt.result());
    }
  }

  private static void error(ObjectNode node, Outcome outcome) {
    outcome.fold(
        answered -> node.putNull("error"),
        failed -> {
          OutcomeJson.error(node, failed.failure());
          return node;
        });
  }
}
