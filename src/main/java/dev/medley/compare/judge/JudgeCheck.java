package dev.medley.compare.judge;

import dev.medley.chat.Cancellation;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import java.util.Optional;

/**
 * An answer passes if the judge finds that it meets a criterion. A judge that fails lets nothing
 * pass.
 *
 * @param name as the user wrote it, such as {@code judge: is polite}
 */
public record JudgeCheck(String name, String criterion, Judge judge, Cancellation cancellation)
    implements Check {
  @Override
  public boolean asksModel() {
    return true;
  }

  @Override
  public CheckResult of(CaseResult answered) {
    Ruling ruling =
        judge.rule(criterion, answered.asked().question().prompt(), answered.text(), cancellation);
    String detail =
        ruling
            .failure()
            .map(failure -> "not judged: " + failure.kind().words() + ", " + failure.message())
            .orElse(ruling.reason());
    return new CheckResult(
        name,
        ruling.pass().orElse(false),
        detail,
        Optional.of(ruling.fee().hearing(ruling.pass().isPresent())));
  }
}
