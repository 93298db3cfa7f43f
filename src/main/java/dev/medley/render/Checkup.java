package dev.medley.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Failure;
import dev.medley.render.Finding.Mark;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.OutcomeJson;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Findings as aligned lines, or as JSON. */
public final class Checkup {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Column> COLUMNS =
      List.of(Column.left(""), Column.left(""), Column.left(""), Column.left(""));

  private Checkup() {}

  /** The first thing that failed; empty when all is well. */
  public static Optional<Failure> firstFailure(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.mark() == Mark.FAIL)
        .findFirst()
        .flatMap(Finding::failure);
  }

  public static List<String> lines(List<Finding> findings, Style style) {
    Table table = new Table(COLUMNS);
    for (Finding finding : findings) {
      table.add(
          List.of(
              new Cell(finding.mark().sign(), look(finding.mark(), style)),
              new Cell(finding.subject(), style::bold),
              Cell.of(finding.check()),
              Cell.of(SafeText.forTerminal(text(finding)))));
    }
    List<String> lines = table.lines(style, Integer.MAX_VALUE);
    return lines.subList(1, lines.size());
  }

  private static String text(Finding finding) {
    String time = finding.took().map(took -> " · " + took.toMillis() + " ms").orElse("");
    String remedy = finding.remedy().isEmpty() ? "" : " → " + finding.remedy();
    return finding.text() + time + remedy;
  }

  private static UnaryOperator<String> look(Mark mark, Style style) {
    return switch (mark) {
      case OK -> style::green;
      case WARN -> style::yellow;
      case FAIL -> style::red;
      case SKIPPED -> style::dim;
    };
  }

  public static String json(List<Finding> findings) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("command", "doctor");
    document.put("well", firstFailure(findings).isEmpty());
    var checks = document.putArray("checks");
    for (Finding finding : findings) {
      ObjectNode node = checks.addObject();
      node.put("status", finding.mark() == Mark.SKIPPED ? "skipped" : finding.mark().sign());
      node.put("subject", finding.subject()).put("check", finding.check());
      node.put("finding", finding.text());
      node.put("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
      node.put("latency_ms", finding.took().map(took -> took.toMillis()).orElse(null));
      finding
          .failure()
          .ifPresentOrElse(f -> OutcomeJson.error(node, f), () -> node.putNull("error"));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}
