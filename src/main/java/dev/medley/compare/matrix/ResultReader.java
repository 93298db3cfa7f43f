package dev.medley.compare.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the tree of a {@link ResultLine}. */
final class ResultReader {
  private static final BigDecimal NANOS_OF_A_MILLI = BigDecimal.valueOf(1_000_000);

  private final JsonNode node;

  ResultReader(JsonNode node) {
    this.node = node;
  }

  /**
   * @throws IllegalArgumentException when it is no result
   */
  CaseResult result() {
    try {
      Reply reply = reply();
      Outcome outcome =
          node.path("outcome").asText().equals("answered")
              ? new Outcome.Answered(reply, timing())
              : new Outcome.Failed(failure(), reply, timing());
      Bill bill =
          new Bill(
              BillReader.usage(node),
              BillReader.cost(node),
              Math.max(1, node.path("tries").asInt()));
      return new CaseResult(asked(), model(), outcome, bill, text(node, "extracted"), checks());
    } catch (DateTimeException | ArithmeticException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private Case asked() {
    Question question =
        new Question(
            node.path("prompt").asText(),
            text(node, "system"),
            new Parameters(map(node.path("options"))),
            variables());
    return new Case(needed("case"), node.path("number").asInt(), run(), question, List.of());
  }

  private int run() {
    return Math.max(1, node.path("run").asInt());
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    node.path("variables")
        .properties()
        .forEach(f -> variables.put(f.getKey(), f.getValue().asText()));
    return variables;
  }

  @SuppressWarnings("unchecked") // an object of JSON is a map with names
  private static Map<String, Object> map(JsonNode object) {
    return object.isObject() ? ResultLine.JSON.convertValue(object, Map.class) : Map.of();
  }

  private ModelRef model() {
    String model = needed("model");
    String provider = needed("provider");
    if (!model.startsWith(provider + "/")) {
      throw new IllegalArgumentException("model and provider do not go together");
    }
    return new ModelRef(provider, model.substring(provider.length() + 1));
  }

  private Reply reply() {
    JsonNode own = node.path("answer").isObject() ? node.path("answer") : node;
    return new Reply(
        node.path("response").asText(),
        text(node, "reasoning").orElse(""),
        text(node, "finish_reason"),
        text(node, "resolved_model"),
        BillReader.usage(own, BillReader.cost(node)));
  }

  private Timing timing() {
    Optional<Duration> first = millis("ttft_ms");
    return new Timing(
        Instant.parse(needed("started_at")),
        millis("latency_ms").orElse(Duration.ZERO),
        first,
        first);
  }

  private Failure failure() {
    JsonNode error = node.path("error");
    JsonNode status = error.path("status");
    return new Failure(
        constant(FailureKind.class, text(error, "class").orElse("internal")),
        text(error, "cause").map(cause -> constant(FailureKind.class, cause)),
        status.isInt() ? OptionalInt.of(status.asInt()) : OptionalInt.empty(),
        error.path("message").asText(),
        text(error, "hint").orElse(""),
        Optional.empty(),
        "");
  }

  private List<CheckResult> checks() {
    List<CheckResult> checks = new ArrayList<>();
    for (JsonNode check : node.path("checks")) {
      checks.add(
          new CheckResult(
              check.path("check").asText(),
              check.path("passed").asBoolean(),
              text(check, "detail").orElse(""),
              Optional.of(check.path("judge"))
                  .filter(JsonNode::isObject)
                  .map(ResultReader::hearing)));
    }
    return checks;
  }

  private static Hearing hearing(JsonNode heard) {
    return new Hearing(
        heard.path("decided").asBoolean(),
        heard.path("requests").asInt(),
        heard.has("cost") ? Optional.of(BillReader.cost(heard)) : Optional.empty(),
        BillReader.usage(heard));
  }

  private Optional<Duration> millis(String name) {
    return Optional.of(node.path(name))
        .filter(JsonNode::isNumber)
        .map(n -> Duration.ofNanos(n.decimalValue().multiply(NANOS_OF_A_MILLI).longValue()));
  }

  private static Optional<String> text(JsonNode of, String name) {
    return Optional.of(of.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private String needed(String name) {
    return text(node, name)
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " in the record"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }
}
