package dev.medley.compare.totals;

import dev.medley.catalog.Cost;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Usage;
import java.time.Duration;
import java.util.Optional;

/**
 * What the results of one model come to.
 *
 * @param counts how many there are of which kind
 * @param firstToken the median over the answers; empty without one
 * @param total the median over the answers
 * @param usage tokens of all that can have been billed
 * @param cost what that cost
 */
public record ModelTotals(
    ModelRef model,
    Counts counts,
    Optional<Duration> firstToken,
    Optional<Duration> total,
    Usage usage,
    Cost cost) {
  /**
   * @param asked all results
   * @param answered those with an answer
   * @param checked those that had checks to pass, answered or not
   * @param passed those of them that passed all
   */
  public record Counts(int asked, int answered, int checked, int passed) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    public int failed() {
      return asked - answered;
    }

    /** From 0 to 1; empty when nothing was checked. */
    public Optional<Double> passRate() {
      return checked == 0 ? Optional.empty() : Optional.of(passed / (double) checked);
    }

    public Counts plus(Counts other) {
      return new Counts(
          asked + other.asked,
          answered + other.answered,
          checked + other.checked,
          passed + other.passed);
    }
  }
}
