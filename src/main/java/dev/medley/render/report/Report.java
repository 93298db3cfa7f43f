package dev.medley.render.report;

import dev.medley.chat.ModelRef;
import dev.medley.compare.statistics.ModelFigures;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.render.ComparisonPart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * All that a report tells.
 *
 * @param at when it was made
 * @param totals one a model, in the order given
 * @param figures of the same models, in the same order
 * @param parts what the comparison ends with: claims, agreement, verdicts
 * @param results by case
 */
record Report(
    Instant at,
    List<ModelTotals> totals,
    List<ModelFigures.Row> figures,
    List<? extends ComparisonPart> parts,
    ResultSpool results) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** When it was, and how many results there are. */
  String heading() {
    return DATE.format(at) + " · " + count() + " results";
  }

  List<ModelRef> models() {
    return totals.stream().map(ModelTotals::model).toList();
  }

  /** The parts in words. */
  List<String> notes() {
    return parts.stream().flatMap(part -> part.notes().stream()).toList();
  }

  /** How many results there are. */
  int count() {
    return totals.stream().mapToInt(model -> model.counts().asked()).sum();
  }
}
