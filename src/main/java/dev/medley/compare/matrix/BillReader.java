package dev.medley.compare.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.catalog.Cost;
import dev.medley.chat.Usage;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads back what {@link dev.medley.send.OutcomeJson} has written of usage and cost. */
public final class BillReader {
  private BillReader() {}

  /** What {@code usage} and {@code cost} of the same node say. */
  public static Usage usage(JsonNode node) {
    return usage(node, cost(node));
  }

  static Usage usage(JsonNode node, Cost cost) {
    JsonNode usage = node.path("usage");
    return new Usage(
        count(usage, "input_tokens"),
        count(usage, "cached_tokens"),
        count(usage, "cache_write_tokens"),
        count(usage, "output_tokens"),
        count(usage, "reasoning_tokens"),
        cost.source() == Cost.Source.CHARGED ? cost.usd() : Optional.empty(),
        usage.path("source").asText().equals("estimated"));
  }

  /**
   * @throws IllegalArgumentException when the node has no cost that could be written
   */
  public static Cost cost(JsonNode node) {
    JsonNode cost = node.path("cost");
    return new Cost(
        Optional.of(cost.path("usd")).filter(JsonNode::isNumber).map(JsonNode::decimalValue),
        Cost.Source.valueOf(cost.path("source").asText("unknown").toUpperCase(Locale.ROOT)),
        Optional.of(cost.path("as_of"))
            .filter(JsonNode::isTextual)
            .map(date -> LocalDate.parse(date.asText())),
        cost.path("at_least").asBoolean());
  }

  private static OptionalLong count(JsonNode usage, String name) {
    return usage.path(name).isIntegralNumber()
        ? OptionalLong.of(usage.path(name).asLong())
        : OptionalLong.empty();
  }
}
