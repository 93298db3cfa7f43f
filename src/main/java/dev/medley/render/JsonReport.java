package dev.medley.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import dev.medley.config.Target;
import dev.medley.route.Decision;
import dev.medley.route.trial.TrialResult;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.OutcomeJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The documents of {@code --json}: always one object, unknown numbers null. */
public final class JsonReport {
  private static final int SCHEMA_VERSION = 1;
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build());

  private JsonReport() {}

  /** A prompt that went to one model, or along a chain. */
  public static String of(Run run) {
    return text(run(run));
  }

  /** A rehearsal: the run, and which model had which fault. */
  public static String ofDrill(Run run, Function<Target, Optional<String>> faults) {
    ObjectNode document = run(run);
    ArrayNode drill = document.putArray("drill");
    run.delivery().attempts().stream()
        .map(Attempt::target)
        .distinct()
        .forEach(
            target ->
                drill
                    .addObject()
                    .put("model", target.ref().toString())
                    .put("fault", faults.apply(target).orElse(null)));
    return text(document);
  }

  /** Several models with the same prompt, their sums, and what else was made of them. */
  public static String of(List<Run> runs, List<? extends ComparisonPart> parts) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    document.put("command", "compare");
    ArrayNode results = document.putArray("results");
    runs.forEach(run -> results.add(run(run)));
    totals(document.putObject("totals"), runs);
    parts.forEach(part -> part.addTo(document));
    return text(document);
  }

  /** A routing decision alone: nothing was sent. */
  public static String ofDecision(Decision decision) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    document.put("command", "route");
    JsonRoute.write(document, decision);
    return text(document);
  }

  /** Routing decisions for a file of prompts. */
  public static String ofTrial(TrialResult result) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    document.put("command", "route");
    JsonTrial.write(document, result);
    return text(document);
  }

  /** A command that failed before anything was sent. */
  public static String of(String command, Failure failure) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    document.put("command", command);
    OutcomeJson.error(document, failure);
    return text(document);
  }

  private static String text(ObjectNode document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static ObjectNode run(Run run) {
    Delivery delivery = run.delivery();
    Reply reply = delivery.outcome().reply();
    ObjectNode node = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    node.put("id", run.id()).put("command", run.command());
    node.put("requested_model", delivery.requested().ref().toString());
    node.put("model", delivery.model().ref().toString());
    node.put("resolved_model", reply.resolvedModel().orElse(null));
    node.put("provider", delivery.model().ref().provider());
    node.put("prompt", run.prompt().userText());
    node.put("system", run.prompt().systemText().isEmpty() ? null : run.prompt().systemText());
    node.put("response", reply.text());
    run.extracted().ifPresent(text -> node.put("extracted", text));
    node.put("reasoning", reply.reasoning().isEmpty() ? null : reply.reasoning());
    node.put("finish_reason", reply.finishReason().orElse(null));
    node.put("truncated", truncated(delivery));
    OutcomeJson.usage(node, delivery.usage());
    OutcomeJson.cost(node, delivery.cost());
    OutcomeJson.timing(node, delivery.outcome().timing());
    OutcomeJson.number(
        node, "tokens_per_second", reply.usage().perSecond(delivery.outcome().timing()));
    run.route().ifPresentOrElse(route -> JsonRoute.write(node, route), () -> node.putNull("route"));
    JsonAttempts.write(node.putArray("attempts"), delivery.attempts());
    delivery
        .failure()
        .ifPresentOrElse(f -> OutcomeJson.error(node, f), () -> node.putNull("error"));
    node.put("conversation_id", run.conversationId().orElse(null));
    node.put("datetime_utc", run.at().toString());
    return node;
  }

  private static boolean truncated(Delivery delivery) {
    return delivery.outcome().reply().cutByLength()
        || delivery.failure().filter(f -> f.cause().isPresent()).isPresent();
  }

  private static void totals(ObjectNode totals, List<Run> runs) {
    long answered = runs.stream().filter(run -> run.delivery().outcome().answered()).count();
    totals.put("answered", answered).put("failed", runs.size() - answered);
    List<Attempt> all = runs.stream().flatMap(run -> run.delivery().attempts().stream()).toList();
    OutcomeJson.usage(totals, Attempt.usage(all));
    OutcomeJson.cost(totals, Attempt.cost(all));
  }
}
