package dev.medley.compare.difference;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a result to be compared: all but its texts.
 *
 * @param failure empty: it was answered
 * @param passed whether it was answered and passed all checks
 * @param failedChecks their names
 * @param seconds to the whole answer
 * @param usd what it cost, all tries together
 * @param text a digest of the answer
 */
record Figures(
    Optional<FailureKind> failure,
    boolean passed,
    List<String> failedChecks,
    double seconds,
    Optional<BigDecimal> usd,
    long text) {
  static Figures of(CaseResult result) {
    return new Figures(
        result.failure().map(Failure::kind),
        result.passed(),
        result.checks().stream().filter(check -> !check.passed()).map(CheckResult::check).toList(),
        result.outcome().timing().total().toNanos() / 1e9,
        result.bill().cost().usd(),
        TextDigest.of(result.text()));
  }

  boolean answered() {
    return failure.isEmpty();
  }
}
