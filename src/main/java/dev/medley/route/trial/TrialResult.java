package dev.medley.route.trial;

import dev.medley.catalog.Cost;
import dev.medley.route.Candidate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of all cases.
 *
 * @param dearest what all prompts would cost if they went to the dearest model; empty: no price is
 *     known
 */
public record TrialResult(List<Trial> trials, Optional<Spend> dearest) {
  public TrialResult {
    trials = List.copyOf(trials);
  }

  /**
   * The sum of the estimates.
   *
   * @param model who would take all of it
   */
  public record Spend(String model, BigDecimal usd) {}

  public long passed() {
    return trials.stream().filter(Trial::passed).count();
  }

  /** Those whose decision is not the one expected. */
  public List<Trial> different() {
    return trials.stream().filter(trial -> !trial.passed()).toList();
  }

  /** What the models chosen would cost; at least, where a price is not known. */
  public Cost spend() {
    return trials.stream()
        .map(trial -> trial.decision().selection().winner())
        .map(winner -> winner.map(Candidate::estimate).orElse(Cost.UNKNOWN))
        .reduce(Cost::plus)
        .orElse(Cost.UNKNOWN);
  }

  /** How often a task was taken where one was expected: expected task, then taken task. */
  public Map<String, Map<String, Integer>> confusion() {
    Map<String, Map<String, Integer>> confusion = new LinkedHashMap<>();
    for (Trial trial : trials) {
      trial
          .expected()
          .expected()
          .task()
          .ifPresent(
              task ->
                  confusion
                      .computeIfAbsent(task, name -> new LinkedHashMap<>())
                      .merge(trial.task(), 1, Integer::sum));
    }
    return confusion;
  }
}
