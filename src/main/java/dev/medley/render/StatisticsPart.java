package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.statistics.Faster;
import dev.medley.compare.statistics.ModelFigures;
import dev.medley.compare.statistics.ModelFigures.Row;
import dev.medley.compare.statistics.SpeedTest;
import dev.medley.send.OutcomeJson;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What repeated runs say, where a model has more than one result. */
public final class StatisticsPart implements ComparisonPart {
  /** The same results give the same intervals, today and tomorrow. */
  private static final long SEED = 1;

  private final ModelFigures figures;

  /**
   * @param models in the order in which they are shown
   */
  public StatisticsPart(List<ModelRef> models) {
    this.figures = new ModelFigures(models);
  }

  @Override
  public void add(CaseResult result) {
    figures.add(result);
  }

  @Override
  public List<String> lines(Style style, int columns) {
    List<Row> rows = figures.rows();
    return rows.stream().allMatch(row -> row.answered().n() < 2)
        ? List.of()
        : StatisticsTable.lines(rows, new SplittableRandom(SEED), style, columns);
  }

  /** Into the totals, beside the sums. */
  @Override
  public void addTo(ObjectNode document) {
    ObjectNode node = document.withObjectProperty("totals").putObject("statistics");
    RandomGenerator random = new SplittableRandom(SEED);
    List<Row> rows = figures.rows();
    ArrayNode models = node.putArray("models");
    rows.forEach(row -> model(models.addObject(), row, random));
    node.put("test", SpeedTest.NAME).put("correction", "Holm");
    ArrayNode pairs = node.putArray("faster");
    for (Faster pair : SpeedTest.of(rows.stream().map(Row::times).toList())) {
      ObjectNode one = pairs.addObject();
      one.put("faster", rows.get(pair.faster()).model().toString());
      one.put("slower", rows.get(pair.slower()).model().toString());
      StatisticsJson.number(one, "p", OptionalDouble.of(pair.p()));
      one.put("proven", pair.proven());
    }
  }

  private static void model(ObjectNode node, Row row, RandomGenerator random) {
    node.put("model", row.model().toString());
    node.put("n", row.answered().n()).put("answered", row.answered().successes());
    StatisticsJson.interval(node, "answered_interval", row.answered().interval());
    OutcomeJson.number(node, "latency_ms_p50", millis(row.p50()));
    OutcomeJson.number(node, "latency_ms_p95", millis(row.p95()));
    OutcomeJson.number(node, "latency_ms_mean", millis(row.times().mean()));
    StatisticsJson.interval(
        node, "latency_ms_mean_interval", row.meanInterval(random).map(i -> i.times(1e3)));
  }

  private static OptionalDouble millis(OptionalDouble seconds) {
    return seconds.isPresent()
        ? OptionalDouble.of(seconds.getAsDouble() * 1e3)
        : OptionalDouble.empty();
  }
}
