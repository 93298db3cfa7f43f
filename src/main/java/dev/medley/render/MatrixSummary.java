package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.compare.totals.ModelTotals.Counts;
import dev.medley.compare.totals.Totals;
import dev.medley.send.OutcomeJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The totals of a comparison of many prompts: a table, what failed and why. */
public final class MatrixSummary implements ComparisonPart {
  private final Totals totals;
  private final boolean baseline;

  /**
   * @param models in the order in which they are shown
   * @param baseline whether differences to the first model are shown
   */
  public MatrixSummary(List<ModelRef> models, boolean baseline) {
    this.totals = new Totals(models);
    this.baseline = baseline;
  }

  @Override
  public void add(CaseResult result) {
    totals.add(result);
  }

  public Totals totals() {
    return totals;
  }

  @Override
  public List<String> lines(Style style, int columns) {
    List<String> lines = new ArrayList<>(new MatrixTable(totals.models()).lines(style, columns));
    if (baseline) {
      lines.addAll(Baseline.ofTotals(totals.models()));
    }
    lines.addAll(troubles(style));
    return lines;
  }

  @Override
  public List<String> notes() {
    return troubles(Style.PLAIN);
  }

  private List<String> troubles(Style style) {
    List<String> lines = new ArrayList<>();
    if (!totals.failures().isEmpty()) {
      lines.add(style.red("failed: ") + counted(totals.failures()));
    }
    if (!totals.failedChecks().isEmpty()) {
      lines.add(style.red("did not pass: ") + counted(totals.failedChecks()));
    }
    return lines;
  }

  private static String counted(Map<String, Integer> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  @Override
  public void addTo(ObjectNode document) {
    ObjectNode node = document.putObject("totals");
    counts(node, totals.counts());
    OutcomeJson.usage(node, totals.usage());
    OutcomeJson.cost(node, totals.cost());
    ArrayNode models = node.putArray("models");
    totals.models().forEach(model -> model(models.addObject(), model));
  }

  private static void model(ObjectNode node, ModelTotals model) {
    node.put("model", model.model().toString());
    counts(node, model.counts());
    millis(node, "ttft_ms_p50", model.firstToken());
    millis(node, "latency_ms_p50", model.total());
    OutcomeJson.usage(node, model.usage());
    OutcomeJson.cost(node, model.cost());
  }

  private static void counts(ObjectNode node, Counts counts) {
    node.put("answered", counts.answered()).put("failed", counts.failed());
    node.put("checked", counts.checked()).put("passed", counts.passed());
    node.put(
        "pass_rate",
        counts
            .passRate()
            .map(rate -> BigDecimal.valueOf(rate).setScale(4, RoundingMode.DOWN))
            .orElse(null));
  }

  private static void millis(ObjectNode node, String name, Optional<Duration> time) {
    OutcomeJson.number(
        node,
        name,
        time.map(t -> OptionalDouble.of(t.toNanos() / 1e6)).orElse(OptionalDouble.empty()));
  }
}
