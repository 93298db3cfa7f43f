package dev.medley.compare.matrix;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.send.Delivery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of one case at one model.
 *
 * @param model as it was asked for
 * @param outcome the answer or the failure, with the time of the last try
 * @param extracted the part of the answer that was asked for, when that is not the whole
 * @param checks empty when there are none
 */
public record CaseResult(
    Case asked,
    ModelRef model,
    Outcome outcome,
    Bill bill,
    Optional<String> extracted,
    List<CheckResult> checks) {
  private static final String NO_ANSWER = "no answer";

  public CaseResult {
    checks = List.copyOf(checks);
  }

  /** Not checked yet. */
  public static CaseResult of(Case asked, Delivery delivery, Optional<String> extracted) {
    return new CaseResult(
        asked,
        delivery.requested().ref(),
        delivery.outcome(),
        Bill.of(delivery),
        extracted,
        List.of());
  }

  /**
   * This one, after these checks and no others. Where there is no answer none of them passes; what
   * a judge has decided before stands.
   */
  public CaseResult checked(List<Check> now) {
    return with(now.stream().map(this::found).toList());
  }

  private CheckResult found(Check check) {
    if (!outcome.answered()) {
      return new CheckResult(check.name(), false, NO_ANSWER);
    }
    return decided(check).orElseGet(() -> check.of(this));
  }

  /** Whether a judge has still to be asked for one of these checks. */
  public boolean open(List<Check> now) {
    return outcome.answered()
        && now.stream().anyMatch(check -> check.asksModel() && decided(check).isEmpty());
  }

  private Optional<CheckResult> decided(Check check) {
    return checks.stream()
        .filter(before -> check.asksModel() && before.check().equals(check.name()))
        .filter(before -> !before.open())
        .findFirst();
  }

  private CaseResult with(List<CheckResult> found) {
    return new CaseResult(asked, model, outcome, bill, extracted, found);
  }

  /** The answer, or the part of it that was asked for. */
  public String text() {
    return extracted.orElse(outcome.reply().text());
  }

  public Optional<Failure> failure() {
    return outcome.fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
  }

  /** Whether there is an answer that passed all checks. */
  public boolean passed() {
    return outcome.answered() && checks.stream().allMatch(CheckResult::passed);
  }

  /** What counts towards a sum: a failure of unknown cost has cost nothing that we know of. */
  public Optional<Cost> spent() {
    return Optional.of(bill.cost()).filter(c -> outcome.answered() || c.usd().isPresent());
  }

  /** Output tokens per second of an answer; empty when unknown. */
  public OptionalDouble tokensPerSecond() {
    return outcome.answered()
        ? outcome.reply().usage().perSecond(outcome.timing())
        : OptionalDouble.empty();
  }
}
