package dev.medley.render.report;

import dev.medley.chat.ModelRef;
import dev.medley.compare.statistics.ModelFigures;
import dev.medley.compare.totals.ModelTotals;
import java.time.Instant;
import java.util.List;

/**
 * All that a report tells.
 *
 * @param at when it was made
 * @param totals one a model, in the order given
 * @param figures of the same models, in the same order
 * @param notes what the comparison ends with in words: claims, agreement, verdicts
 * @param results by case
 */
record Report(
    Instant at,
    List<ModelTotals> totals,
    List<ModelFigures.Row> figures,
    List<String> notes,
    ResultSpool results) {
  List<ModelRef> models() {
    return totals.stream().map(ModelTotals::model).toList();
  }

  /** How many results there are. */
  int count() {
    return totals.stream().mapToInt(model -> model.counts().asked()).sum();
  }
}
