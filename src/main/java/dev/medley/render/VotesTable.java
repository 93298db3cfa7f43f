package dev.medley.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.statistics.Rate;
import dev.medley.history.VoteCount;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.util.List;
import java.util.OptionalDouble;

/** How models did in blind votes, by task. */
public final class VotesTable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("task"),
          Column.left("model"),
          Column.right("votes"),
          Column.left("won (95 % interval)"),
          Column.right("ties"));

  private VotesTable() {}

  /**
   * @param columns the width to stay within, where that can be
   */
  public static List<String> lines(List<VoteCount> counts, Style style, int columns) {
    Table table = new Table(COLUMNS);
    String task = "";
    for (VoteCount count : counts) {
      table.add(
          List.of(
              Cell.of(count.task().equals(task) ? "" : SafeText.forTerminal(count.task())),
              new Cell(SafeText.forTerminal(count.model()), style::bold),
              Cell.of(String.valueOf(count.votes())),
              Cell.of(StatisticsTable.rate(won(count))),
              Cell.of(String.valueOf(count.ties()))));
      task = count.task();
    }
    return table.lines(style, columns);
  }

  public static String json(List<VoteCount> counts) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("command", "history votes");
    var votes = document.putArray("votes");
    for (VoteCount count : counts) {
      ObjectNode node = votes.addObject().put("task", count.task()).put("model", count.model());
      node.put("votes", count.votes()).put("wins", count.wins()).put("ties", count.ties());
      StatisticsJson.number(node, "win_rate", OptionalDouble.of(won(count).value()));
      StatisticsJson.interval(node, "win_rate_interval", won(count).interval());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static Rate won(VoteCount count) {
    return new Rate(count.wins(), count.votes());
  }
}
