package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Cost;
import dev.medley.compare.judge.Fee;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.send.OutcomeJson;
import java.util.List;

/** What a judge took in all, its checks included: apart from what those cost whom it judged. */
public final class JudgeFee implements ComparisonPart {
  private final Judge judge;

  public JudgeFee(Judge judge) {
    this.judge = judge;
  }

  /** The judge knows its own fee. */
  @Override
  public void add(CaseResult result) {}

  @Override
  public List<String> lines(Style style, int columns) {
    Fee fee = judge.fee();
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
    node.put("model", judge.model().ref().toString()).put("requests", judge.fee().requests());
    OutcomeJson.usage(node, judge.fee().usage());
    OutcomeJson.cost(node, judge.fee().cost().orElse(Cost.UNKNOWN));
  }
}
