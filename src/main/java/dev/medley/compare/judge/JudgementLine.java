package dev.medley.compare.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Cost;
import dev.medley.compare.matrix.BillReader;
import dev.medley.compare.matrix.ResultLine;
import dev.medley.send.OutcomeJson;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;

/**
 * A judgement as a line of JSON among the results of a run. It is none of them: it has no member
 * {@code model}.
 *
 * @param judge its name
 * @param criteria by which it judged
 */
record JudgementLine(String judge, String criteria, Pairing pairing, Judgement judgement) {
  private static final String RECORD = "record";
  private static final String KIND = "judgement";

  /** Without a line end. The judgement has a preference. */
  String write() {
    ObjectNode node =
        ResultLine.JSON
            .createObjectNode()
            .put("schema_version", ResultLine.SCHEMA_VERSION)
            .put(RECORD, KIND)
            .put("case", pairing.key())
            .put("run", pairing.run())
            .put("judge", judge)
            .put("criteria", criteria)
            .put("first", pairing.first())
            .put("second", pairing.second())
            .put("answers", pairing.answers())
            .put("preference", judgement.preference().orElseThrow().wireName())
            .put("flipped", judgement.flipped())
            .put("reason", judgement.reason())
            .put("requests", judgement.fee().requests());
    OutcomeJson.usage(node, judgement.fee().usage());
    judgement.fee().cost().ifPresent(cost -> OutcomeJson.cost(node, cost));
    return node.toString();
  }

  /** Empty: the line is something else. */
  static Optional<JudgementLine> read(String line) {
    if (!line.contains(KIND)) {
      return Optional.empty();
    }
    try {
      JsonNode node = ResultLine.JSON.readTree(line);
      return node.path("schema_version").asInt() == ResultLine.SCHEMA_VERSION
              && node.path(RECORD).asText().equals(KIND)
          ? Optional.of(of(node))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException noRecord) {
      return Optional.empty();
    }
  }

  private static JudgementLine of(JsonNode node) {
    Pairing pairing =
        new Pairing(
            node.path("case").asText(),
            node.path("run").asInt(),
            node.path("first").asText(),
            node.path("second").asText(),
            node.path("answers").asText());
    Optional<Cost> cost = node.has("cost") ? Optional.of(BillReader.cost(node)) : Optional.empty();
    Judgement judgement =
        new Judgement(
            Optional.of(
                Preference.valueOf(node.path("preference").asText().toUpperCase(Locale.ROOT))),
            node.path("flipped").asBoolean(),
            node.path("reason").asText(),
            Optional.empty(),
            new Fee(node.path("requests").asInt(), cost, BillReader.usage(node)));
    return new JudgementLine(
        node.path("judge").asText(), node.path("criteria").asText(), pairing, judgement);
  }
}
