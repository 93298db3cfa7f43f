package dev.medley.compare.difference;

import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What changed for one model, over the cases that are in both runs.
 *
 * @param before the model in the earlier run
 * @param after the model in the later run, the same unless each run has only one
 * @param matched cases and runs that are in both
 * @param failures how many failed with which class, before and after
 * @param answers of those answered in both runs
 */
public record ModelDifference(
    ModelRef before,
    ModelRef after,
    int matched,
    Passed passed,
    Times times,
    Costs costs,
    Map<FailureKind, Change> failures,
    Answers answers) {
  /** A count before and after. */
  public record Change(int before, int after) {}

  /**
   * Answers that passed all checks.
   *
   * @param worse passed before and do not any more
   * @param better did not pass before and now do
   * @param p of the test, corrected for the number of models; see {@code PairedTest}
   */
  public record Passed(int before, int after, int worse, int better, OptionalDouble p) {}

  /**
   * Seconds to the whole answer, of cases answered in both runs.
   *
   * @param n how many those are
   * @param before their median
   * @param difference the median of what each case took longer, negative when shorter
   * @param p of the test, corrected for the number of models
   */
  public record Times(
      int n,
      OptionalDouble before,
      OptionalDouble after,
      OptionalDouble difference,
      OptionalDouble p) {}

  /** USD in sum, of cases whose cost is known in both runs; empty where there is none. */
  public record Costs(int n, Optional<BigDecimal> before, Optional<BigDecimal> after) {}

  /** Answers word for word the same, and others. */
  public record Answers(int same, int changed) {}
}
