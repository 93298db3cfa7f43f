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
 * @param prompt the beginning of the prompt, on one line
 */
record Figures(
    Optional<FailureKind> failure,
    boolean passed,
    List<String> failedChecks,
    double seconds,
    Optional<BigDecimal> usd,
    long text,
    String prompt) {
  private static final int LONGEST_PROMPT = 40;

  static Figures of(CaseResult result) {
    return new Figures(
        result.failure().map(Failure::kind),
        result.passed(),
        result.checks().stream().filter(check -> !check.passed()).map(CheckResult::check).toList(),
        result.outcome().timing().total().toNanos() / 1e9,
        result.bill().cost().usd(),
        TextDigest.of(result.text()),
        beginning(result.asked().question().prompt()));
  }

  boolean answered() {
    return failure.isEmpty();
  }

  /** Enough of a prompt to know it by. */
  private static String beginning(String prompt) {
    String line = first(prompt, 4 * LONGEST_PROMPT).replaceAll("\\s+", " ").strip();
    String shown = first(line, LONGEST_PROMPT);
    boolean whole =
        shown.length() == line.length()
            && first(prompt, 4 * LONGEST_PROMPT).length() == prompt.length();
    return whole ? shown : shown + "…";
  }

  private static String first(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }
}
