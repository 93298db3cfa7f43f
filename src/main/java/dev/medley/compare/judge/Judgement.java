package dev.medley.compare.judge;

import dev.medley.chat.Failure;
import java.util.Optional;

/**
 * What came of asking about two answers in both orders.
 *
 * @param preference empty: the judge failed in one order or both
 * @param flipped whether the two orders gave different verdicts, which makes a tie
 * @param reason the judge's words in the order given; empty when it failed
 * @param failure why there is no preference
 */
public record Judgement(
    Optional<Preference> preference,
    boolean flipped,
    String reason,
    Optional<Failure> failure,
    Fee fee) {
  static Judgement of(Opinion inOrder, Opinion swapped) {
    Fee fee = Fee.of(inOrder).plus(Fee.of(swapped));
    if (inOrder.verdict().isEmpty() || swapped.verdict().isEmpty()) {
      return failed(inOrder.failure().or(swapped::failure).orElseThrow(), fee);
    }
    Preference first = preference(inOrder.verdict().get());
    Preference second = preference(swapped.verdict().get()).swapped();
    boolean flipped = first != second;
    return new Judgement(
        Optional.of(flipped ? Preference.TIE : first),
        flipped,
        inOrder.reason(),
        Optional.empty(),
        fee);
  }

  /** The same of the two in the other order; the words would speak of the wrong ones. */
  Judgement swapped() {
    return new Judgement(preference.map(Preference::swapped), flipped, "", failure, fee);
  }

  Judgement withoutReason() {
    return new Judgement(preference, flipped, "", failure, fee);
  }

  static Judgement failed(Failure failure, Fee fee) {
    return new Judgement(Optional.empty(), false, "", Optional.of(failure), fee);
  }

  private static Preference preference(String verdict) {
    return switch (verdict) {
      case "1" -> Preference.FIRST;
      case "2" -> Preference.SECOND;
      default -> Preference.TIE;
    };
  }
}
