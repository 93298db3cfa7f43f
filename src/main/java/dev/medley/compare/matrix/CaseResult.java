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

  /** This one, after the case's checks; where there is no answer, none of them passes. */
  public CaseResult checked() {
    return with(
        asked.checks().stream()
            .map(c -> outcome.answered() ? c.of(this) : new CheckResult(c.name(), false, NO_ANSWER))
            .toList());
  }

  /** Whether a judge was to decide one of its checks, and did not. */
  public boolean open() {
    return checks.stream().anyMatch(CheckResult::open);
  }

  /** This one, after those checks of the case that were left open. */
  public CaseResult decided(List<Check> again) {
    return with(
        checks.stream().map(found -> found.open() ? decided(found, again) : found).toList());
  }

  private CheckResult decided(CheckResult found, List<Check> again) {
    return again.stream()
        .filter(check -> check.name().equals(found.check()))
        .findFirst()
        .map(check -> check.of(this))
        .orElse(found);
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
