package dev.medley.compare.judge;

import dev.medley.chat.Failure;
import java.util.List;
import java.util.Optional;

/**
 * All that a judge said in a comparison.
 *
 * @param pairs how many pairs of answers it was asked about
 * @param flipped pairs that are ties because the verdict flipped with the order
 * @param failed pairs without a verdict
 * @param failure the first reason for that
 * @param verdicts of the first thousand prompts
 * @param fee what the judge took
 */
public record Judged(
    Tournament tournament,
    int pairs,
    int flipped,
    int failed,
    Optional<Failure> failure,
    List<Verdict> verdicts,
    Fee fee) {
  public Judged {
    verdicts = List.copyOf(verdicts);
  }
}
