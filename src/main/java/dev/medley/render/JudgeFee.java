package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Cost;
import dev.medley.compare.judge.Fee;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.send.OutcomeJson;
import java.util.List;

/** What a judge took in all, its checks included: apart from what those cost whom it judged. */
public final class JudgeFee implements ComparisonPart {
  private final Judge judge;
  private Fee checks = Fee.NOTHING;

  public JudgeFee(Judge judge) {
    this.judge = judge;
  }

  /** What pairs took is known to the judge. */
  @Override
  public void add(CaseResult result) {
    for (CheckResult check : result.checks()) {
      checks = check.hearing().map(Fee::of).map(checks::plus).orElse(checks);
    }
  }

  private Fee fee() {
    return judge.fee().plus(checks);
  }

  @Override
  public List<String> lines(Style style, int columns) {
    Fee fee = fee();
    return fee.requests() == 0
        ? List.of()
        : List.of(
            style.dim(
                "judge "
                    + judge.model().ref()
                    + ": "
                    + (fee.requests() == 1 ? "1 request, " : fee.requests() + " requests, ")
                    + Figures.cost(fee.cost().orElse(Cost.UNKNOWN))
                    + ", apart from the sums above"));
  }

  @Override
  public void addTo(ObjectNode document) {
    ObjectNode node = document.putObject("judge_fee");
    node.put("model", judge.model().ref().toString()).put("requests", fee().requests());
    OutcomeJson.usage(node, fee().usage());
    OutcomeJson.cost(node, fee().cost().orElse(Cost.UNKNOWN));
  }
}
