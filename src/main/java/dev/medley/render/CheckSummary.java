package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the checks of a single prompt found: a line a model. */
public final class CheckSummary implements ComparisonPart {
  private final List<CaseResult> results = new ArrayList<>();

  @Override
  public synchronized void add(CaseResult result) {
    results.add(result);
  }

  @Override
  public synchronized List<String> lines(Style style, int columns) {
    return results.stream().map(result -> line(result, style)).toList();
  }

  private static String line(CaseResult result, Style style) {
    String failed =
        result.checks().stream()
            .filter(check -> !check.passed())
            .map(CheckSummary::words)
            .collect(Collectors.joining("; "));
    return result.model()
        + (failed.isEmpty()
            ? style.green(" passed")
                + (result.checks().size() == 1
                    ? " its check"
                    : " all " + result.checks().size() + " checks")
            : style.red(" did not pass ") + SafeText.forTerminal(failed));
  }

  private static String words(CheckResult check) {
    return check.check() + (check.detail().isEmpty() ? "" : " (" + check.detail() + ")");
  }

  @Override
  public synchronized void addTo(ObjectNode document) {
    ArrayNode checks = document.putArray("checks");
    for (CaseResult result : results) {
      for (CheckResult check : result.checks()) {
        checks
            .addObject()
            .put("model", result.model().toString())
            .put("check", check.check())
            .put("passed", check.passed())
            .put("detail", check.detail().isEmpty() ? null : check.detail());
      }
    }
  }
}
