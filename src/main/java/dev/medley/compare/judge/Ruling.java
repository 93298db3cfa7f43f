package dev.medley.compare.judge;

import dev.medley.chat.Failure;
import java.util.Optional;

/**
 * Whether one answer meets a criterion.
 *
 * @param pass empty: the judge failed
 * @param reason in the judge's words; empty when it failed
 */
public record Ruling(Optional<Boolean> pass, String reason, Optional<Failure> failure, Fee fee) {
  static Ruling of(Opinion opinion) {
    return new Ruling(
        opinion.verdict().map("pass"::equals),
        opinion.reason(),
        opinion.failure(),
        Fee.of(opinion));
  }
}
