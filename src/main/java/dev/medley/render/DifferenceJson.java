package dev.medley.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.FailureKind;
import dev.medley.compare.difference.Flip;
import dev.medley.compare.difference.ModelDifference;
import dev.medley.compare.difference.Place;
import dev.medley.compare.difference.RunDifference.Report;
import dev.medley.compare.statistics.PairedTest;
import dev.medley.send.OutcomeJson;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** The document of {@code compare diff --json}. */
public final class DifferenceJson {
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build());

  private DifferenceJson() {}

  public static String of(String before, String after, Report report) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("command", "compare diff").put("before", before).put("after", after);
    document.put("matched", report.matched());
    document.put("only_before", report.onlyBefore()).put("only_after", report.onlyAfter());
    document.put("worse", report.worse());
    var models = document.putArray("models");
    report.models().forEach(model -> model(models.addObject(), model));
    var flips = document.putArray("flips");
    report.flips().forEach(flip -> flip(flips.addObject(), flip));
    var changed = document.putArray("changed_answers");
    report.changed().forEach(place -> place(changed.addObject(), place));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static void model(ObjectNode node, ModelDifference model) {
    node.put("model", model.after().toString()).put("model_before", model.before().toString());
    node.put("matched", model.matched());
    ObjectNode passed = node.putObject("passed");
    passed.put("before", model.passed().before()).put("after", model.passed().after());
    passed.put("worse", model.passed().worse()).put("better", model.passed().better());
    StatisticsJson.p(passed, model.passed().p(), PairedTest.OF_RATES);
    ObjectNode times = node.putObject("latency_ms");
    times.put("n", model.times().n());
    OutcomeJson.number(times, "p50_before", millis(model.times().before()));
    OutcomeJson.number(times, "p50_after", millis(model.times().after()));
    OutcomeJson.number(times, "p50_difference", millis(model.times().difference()));
    StatisticsJson.p(times, model.times().p(), PairedTest.OF_TIMES);
    ObjectNode costs = node.putObject("cost_usd");
    costs.put("n", model.costs().n());
    costs.put("before", plain(model.costs().before())).put("after", plain(model.costs().after()));
    ObjectNode failures = node.putObject("failures");
    model
        .failures()
        .forEach(
            (kind, change) ->
                failures
                    .putObject(kind.wireName())
                    .put("before", change.before())
                    .put("after", change.after()));
    ObjectNode answers = node.putObject("answers");
    answers.put("same", model.answers().same()).put("changed", model.answers().changed());
  }

  private static void flip(ObjectNode node, Flip flip) {
    place(node, flip.place());
    node.put("prompt", flip.prompt());
    node.put("passed_before", flip.worse()).put("passed_after", !flip.worse());
    node.put("error", flip.failure().map(FailureKind::wireName).orElse(null));
    flip.failedChecks().forEach(node.putArray("failed_checks")::add);
  }

  private static void place(ObjectNode node, Place place) {
    node.put("case", place.key()).put("run", place.run()).put("model", place.model().toString());
  }

  private static OptionalDouble millis(OptionalDouble seconds) {
    return seconds.isPresent()
        ? OptionalDouble.of(seconds.getAsDouble() * 1e3)
        : OptionalDouble.empty();
  }

  private static BigDecimal plain(Optional<BigDecimal> usd) {
    return usd.map(BigDecimal::stripTrailingZeros).orElse(null);
  }
}
