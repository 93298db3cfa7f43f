package dev.medley.compare.matrix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import dev.medley.send.OutcomeJson;
import java.util.Optional;

/**
 * A result as one line of JSON, in the words of the documents of {@code --json}. What was written
 * reads back the same, but for the checks still to be done, a failure's raw detail, and times finer
 * than a tenth of a millisecond.
 */
public final class ResultLine {
  public static final int SCHEMA_VERSION = 1;

  /** Of every line, of results and of what is kept among them. */
  private static final String BEGINNING = "{\"schema_version\":" + SCHEMA_VERSION;

  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ResultLine() {}

  /** Without a line end. */
  public static String write(CaseResult result) {
    try {
      return JSON.writeValueAsString(node(result));
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  /** Empty when the line is no such record, such as one that a crash has cut. */
  public static Optional<CaseResult> read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.path("schema_version").asInt() == SCHEMA_VERSION
          ? Optional.of(new ResultReader(node).result())
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException noRecord) {
      return Optional.empty();
    }
  }

  /** Whether a line is the beginning of one of ours, be it only a few characters of it. */
  public static boolean begun(String line) {
    return line.startsWith(BEGINNING) || BEGINNING.startsWith(line);
  }

  /** Whether a line was written whole, be it a result or something that is kept among them. */
  public static boolean whole(String line) {
    try {
      return JSON.readTree(line).path("schema_version").asInt() == SCHEMA_VERSION;
    } catch (JsonProcessingException cut) {
      return false;
    }
  }

  /** The same as a tree, for documents that hold several. */
  public static ObjectNode node(CaseResult result) {
    ObjectNode node = JSON.createObjectNode().put("schema_version", SCHEMA_VERSION);
    asked(node, result.asked());
    answer(node, result);
    OutcomeJson.usage(node, result.bill().usage());
    if (!result.bill().usage().equals(result.outcome().reply().usage())) {
      OutcomeJson.usage(node.putObject("answer"), result.outcome().reply().usage());
    }
    OutcomeJson.cost(node, result.bill().cost());
    OutcomeJson.timing(node, result.outcome().timing());
    OutcomeJson.number(node, "tokens_per_second", result.tokensPerSecond());
    node.put("tries", result.bill().tries());
    node.put("started_at", result.outcome().timing().startedAt().toString());
    checks(node, result);
    result.failure().ifPresentOrElse(f -> OutcomeJson.error(node, f), () -> node.putNull("error"));
    return node;
  }

  private static void asked(ObjectNode node, Case asked) {
    Question question = asked.question();
    node.put("case", asked.key()).put("number", asked.number()).put("run", asked.run());
    node.put("prompt", question.prompt()).put("system", question.system().orElse(null));
    node.set("options", JSON.valueToTree(question.options().fields()));
    node.set("variables", JSON.valueToTree(question.variables()));
  }

  private static void answer(ObjectNode node, CaseResult result) {
    Reply reply = result.outcome().reply();
    node.put("model", result.model().toString()).put("provider", result.model().provider());
    node.put("resolved_model", reply.resolvedModel().orElse(null));
    node.put("outcome", result.outcome().answered() ? "answered" : "failed");
    node.put("response", reply.text());
    result.extracted().ifPresent(text -> node.put("extracted", text));
    node.put("reasoning", reply.reasoning().isEmpty() ? null : reply.reasoning());
    node.put("finish_reason", reply.finishReason().orElse(null));
    node.put(
        "truncated", reply.cutByLength() || result.failure().flatMap(Failure::cause).isPresent());
  }

  private static void checks(ObjectNode node, CaseResult result) {
    ArrayNode checks = node.putArray("checks");
    for (CheckResult check : result.checks()) {
      ObjectNode one =
          checks
              .addObject()
              .put("check", check.check())
              .put("passed", check.passed())
              .put("detail", check.detail().isEmpty() ? null : check.detail());
      check.hearing().ifPresent(heard -> hearing(one.putObject("judge"), heard));
    }
    node.put("passed", result.passed());
  }

  private static void hearing(ObjectNode node, Hearing heard) {
    node.put("decided", heard.decided()).put("requests", heard.requests());
    OutcomeJson.usage(node, heard.usage());
    heard.cost().ifPresent(cost -> OutcomeJson.cost(node, cost));
  }
}
