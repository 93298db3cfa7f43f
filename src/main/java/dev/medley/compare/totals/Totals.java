package dev.medley.compare.totals;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Usage;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.matrix.ResultSink;
import dev.medley.compare.totals.ModelTotals.Counts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds results up as they come; sixteen bytes of each answer are kept, for the medians. */
public final class Totals implements ResultSink {
  private final Map<ModelRef, Sum> sums = new LinkedHashMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final Map<String, Integer> failedChecks = new TreeMap<>();

  /**
   * @param models in the order in which they are shown
   */
  public Totals(List<ModelRef> models) {
    models.forEach(model -> sums.put(model, new Sum()));
  }

  @Override
  public synchronized void add(CaseResult result) {
    sums.computeIfAbsent(result.model(), model -> new Sum()).add(result);
    result.failure().map(Failure::kind).ifPresent(k -> failures.merge(k.words(), 1, Integer::sum));
    result.checks().stream()
        .filter(check -> result.outcome().answered() && !check.passed())
        .map(CheckResult::check)
        .forEach(check -> failedChecks.merge(check, 1, Integer::sum));
  }

  /** One a model, in their order. */
  public synchronized List<ModelTotals> models() {
    List<ModelTotals> models = new ArrayList<>();
    sums.forEach((model, sum) -> models.add(sum.totals(model)));
    return models;
  }

  public synchronized Counts counts() {
    return sums.values().stream().map(sum -> sum.counts).reduce(Counts.NONE, Counts::plus);
  }

  public synchronized Usage usage() {
    return sums.values().stream().map(sum -> sum.usage).reduce(Usage::plus).orElse(Usage.UNKNOWN);
  }

  /** Of all models together. */
  public synchronized Cost cost() {
    return sums.values().stream()
        .flatMap(sum -> sum.cost.stream())
        .reduce(Cost::plus)
        .orElse(Cost.UNKNOWN);
  }

  /** How many failed for which class, in words. */
  public synchronized Map<String, Integer> failures() {
    return Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  /** How many answers did not pass which check. */
  public synchronized Map<String, Integer> failedChecks() {
    return Collections.unmodifiableMap(new TreeMap<>(failedChecks));
  }

  private static final class Sum {
    private Counts counts = Counts.NONE;
    private Usage usage = Usage.UNKNOWN;
    private Optional<Cost> cost = Optional.empty();
    private final Times first = new Times();
    private final Times total = new Times();

    void add(CaseResult result) {
      boolean answered = result.outcome().answered();
      boolean hadChecks = !result.checks().isEmpty();
      counts =
          counts.plus(
              new Counts(
                  1, answered ? 1 : 0, hadChecks ? 1 : 0, hadChecks && result.passed() ? 1 : 0));
      if (answered) {
        result.outcome().timing().firstToken().ifPresent(first::add);
        total.add(result.outcome().timing().total());
      }
      usage = usage.plus(result.bill().usage());
      result
          .spent()
          .ifPresent(one -> cost = Optional.of(cost.map(sum -> sum.plus(one)).orElse(one)));
    }

    ModelTotals totals(ModelRef model) {
      return new ModelTotals(
          model, counts, first.median(), total.median(), usage, cost.orElse(Cost.UNKNOWN));
    }
  }
}
