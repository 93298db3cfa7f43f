package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.route.trial.Trial;
import dev.medley.route.trial.TrialResult;

/** What came of a file of prompts, as JSON. */
final class JsonTrial {
  private JsonTrial() {}

  static void write(ObjectNode node, TrialResult result) {
    int all = result.trials().size();
    ArrayNode cases = node.putArray("results");
    result.trials().forEach(trial -> trial(cases.addObject(), trial));
    ObjectNode totals = node.putObject("totals");
    totals.put("cases", all).put("passed", result.passed());
    totals.put("accuracy", all == 0 ? 0 : (double) result.passed() / all);
    totals.put("estimated_usd", result.spend().usd().orElse(null));
    totals.put("estimated_at_least", result.spend().atLeast());
    result
        .dearest()
        .ifPresentOrElse(
            dearest ->
                totals
                    .putObject("dearest")
                    .put("model", dearest.model())
                    .put("estimated_usd", dearest.usd()),
            () -> totals.putNull("dearest"));
    ObjectNode confusion = node.putObject("confusion");
    result
        .confusion()
        .forEach(
            (expected, taken) -> {
              ObjectNode row = confusion.putObject(expected);
              taken.forEach(row::put);
            });
  }

  private static void trial(ObjectNode node, Trial trial) {
    node.put("source", trial.expected().origin().label());
    node.put("prompt", trial.expected().prompt()).put("passed", trial.passed());
    node.putObject("expected")
        .put("task", trial.expected().expected().task().orElse(null))
        .put("model", trial.expected().expected().model().orElse(null));
    JsonRoute.write(node, trial.decision());
  }
}
