package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.ModelTier;
import dev.medley.config.Language;
import dev.medley.config.Objective;
import dev.medley.config.Trait;
import dev.medley.history.Observed;
import dev.medley.route.Candidate;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.RuleCheck;
import dev.medley.route.classify.Classification;
import dev.medley.route.classify.Classification.Score;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A routing decision as JSON, with all that led to it. */
final class JsonRoute {
  private JsonRoute() {}

  static void write(ObjectNode node, Decision decision) {
    ObjectNode route = node.putObject("route");
    route.put("task", decision.task().orElse(null));
    if (decision.rule().isPresent()) {
      route.put("rule", decision.rule().getAsInt());
    } else {
      route.putNull("rule");
    }
    decision.reasons().forEach(route.putArray("reasons")::add);
    route.put("chain", decision.chain().orElse(null));
    route.put("prefer", decision.selection().objective().map(Objective::word).orElse(null));
    ArrayNode candidates = route.putArray("candidates");
    decision.selection().candidates().forEach(one -> candidate(candidates.addObject(), one));
    route.put("winner", decision.selection().winner().map(Candidate::name).orElse(null));
    decision
        .selection()
        .runnerUp()
        .ifPresentOrElse(
            next ->
                route.putObject("runner_up").put("model", next.model()).put("wins", next.change()),
            () -> route.putNull("runner_up"));
    features(route.putObject("features"), decision.features());
    ArrayNode rules = route.putArray("rules");
    decision.rules().forEach(check -> rule(rules.addObject(), check));
    decision
        .classification()
        .ifPresentOrElse(
            found -> classification(route.putObject("classification"), found),
            () -> route.putNull("classification"));
  }

  private static void candidate(ObjectNode node, Candidate candidate) {
    node.put("model", candidate.name()).put("name", candidate.target().name());
    node.put("estimate_usd", candidate.estimate().usd().orElse(null));
    node.put("tier", candidate.tier().map(ModelTier::word).orElse(null));
    Optional<Observed> latency = candidate.standing().latency();
    ObjectNode observed = node.putObject("observed");
    observed.put("samples", candidate.standing().samples());
    observed.put("ttft_p50_ms", latency.map(o -> millis(o.firstToken())).orElse(null));
    observed.put("latency_p50_ms", latency.map(o -> millis(o.total())).orElse(null));
    observed.put("trusted", candidate.standing().trustedTotal().isPresent());
    candidate
        .dropped()
        .ifPresentOrElse(
            drop ->
                node.putObject("dropped")
                    .put("limit", drop.limit().name().toLowerCase(Locale.ROOT))
                    .put("why", drop.why()),
            () -> node.putNull("dropped"));
  }

  private static Double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static void features(ObjectNode node, Features features) {
    node.put("input_tokens", features.tokens()).put("input_chars", features.chars());
    node.put("language", features.language().map(Language::code).orElse(null));
    Arrays.stream(Trait.values()).forEach(trait -> node.put(trait.word(), features.has(trait)));
    features.files().forEach(node.putArray("files")::add);
  }

  private static void rule(ObjectNode node, RuleCheck check) {
    node.put("rule", check.rule().number());
    node.put("task", check.rule().task().orElse(null));
    node.put("model", check.rule().model().orElse(null));
    node.put("holds", check.verdict().holds()).put("why", check.verdict().why());
  }

  private static void classification(ObjectNode node, Classification found) {
    node.put("sure", found.kind().isPresent()).put("margin", found.margin());
    ArrayNode scores = node.putArray("scores");
    for (Score score : found.scores()) {
      ObjectNode one = scores.addObject();
      one.put("task", score.kind().task()).put("points", score.points());
      score.signs().forEach(one.putArray("signs")::add);
    }
  }
}
