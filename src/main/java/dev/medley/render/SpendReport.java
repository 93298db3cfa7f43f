package dev.medley.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.history.Spending;
import dev.medley.history.Spending.Group;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.OutcomeJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was spent, and what is left of the limits.
 *
 * @param since the beginning of the time that is reported
 * @param by what makes a group
 * @param limits in the order in which they are shown
 */
public record SpendReport(LocalDate since, Spending.By by, List<Group> groups, List<Limit> limits) {
  private static final int LONGEST_BAR = 20;
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build());

  public SpendReport {
    groups = List.copyOf(groups);
    limits = List.copyOf(limits);
  }

  /**
   * A limit.
   *
   * @param name as it is configured
   * @param spent of it so far, what is under way included; empty: it is one for each request
   */
  public record Limit(String name, BigDecimal usd, Optional<BigDecimal> spent) {
    Optional<BigDecimal> left() {
      return spent.map(sum -> usd.subtract(sum).max(BigDecimal.ZERO));
    }
  }

  public List<String> lines(Style style, int columns) {
    List<String> lines = new ArrayList<>();
    if (!groups.isEmpty()) {
      lines.addAll(table(style).lines(style, columns));
    }
    if (!limits.isEmpty()) {
      lines.add("");
      lines.addAll(limits(style).lines(style, columns));
    }
    return lines;
  }

  private Table table(Style style) {
    Table table =
        new Table(
            List.of(
                Column.left(by.name().toLowerCase(Locale.ROOT)),
                Column.right("billed"),
                Column.right("tokens"),
                Column.right("cost"),
                Column.left("")));
    groups.forEach(group -> table.add(row(group, named(group), bar(group), style)));
    Optional<Group> total = Spending.total(groups);
    if (total.isPresent() && groups.size() > 1) {
      table.add(row(total.get(), "total", "", style));
    }
    return table;
  }

  private List<Cell> row(Group group, String name, String bar, Style style) {
    return List.of(
        new Cell(name, name.equals("total") ? style::bold : text -> text),
        Cell.of(String.format(Locale.ROOT, "%,d", group.attempts())),
        Cell.of(Figures.tokens(group.usage())),
        Cell.of(Figures.cost(group.cost())),
        new Cell(group.simulated() ? "play money" : bar, style::dim));
  }

  private String named(Group group) {
    return group.name().isEmpty() ? "(none)" : SafeText.forTerminal(group.name());
  }

  private String bar(Group group) {
    BigDecimal most =
        groups.stream()
            .filter(other -> !other.simulated())
            .flatMap(other -> other.cost().usd().stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    if (group.cost().usd().isEmpty() || most.signum() == 0) {
      return "";
    }
    BigDecimal length =
        group
            .cost()
            .usd()
            .get()
            .multiply(BigDecimal.valueOf(LONGEST_BAR))
            .divide(most, 0, RoundingMode.UP);
    return "█".repeat(length.intValue());
  }

  private Table limits(Style style) {
    Table table =
        new Table(
            List.of(
                Column.left("limit"),
                Column.right("USD"),
                Column.right("spent"),
                Column.right("left")));
    for (Limit limit : limits) {
      boolean over = limit.left().filter(left -> left.signum() == 0).isPresent();
      table.add(
          List.of(
              Cell.of(limit.name()),
              Cell.of(Figures.usd(limit.usd())),
              Cell.of(limit.spent().map(Figures::usd).orElse("")),
              new Cell(
                  limit.left().map(Figures::usd).orElse(""), over ? style::red : text -> text)));
    }
    return table;
  }

  public String json(Instant from) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("command", "spend").put("since", from.toString());
    document.put("by", by.name().toLowerCase(Locale.ROOT));
    var rows = document.putArray("groups");
    groups.forEach(group -> group(rows.addObject(), group));
    Spending.total(groups)
        .ifPresentOrElse(
            total -> group(document.putObject("total"), total), () -> document.putNull("total"));
    var all = document.putArray("limits");
    for (Limit limit : limits) {
      ObjectNode node = all.addObject().put("name", limit.name()).put("usd", limit.usd());
      node.put("spent_usd", limit.spent().orElse(null));
      node.put("left_usd", limit.left().orElse(null));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private void group(ObjectNode node, Group group) {
    if (group.name().isEmpty()) {
      node.putNull("name");
    } else {
      node.put("name", group.name());
    }
    node.put("simulated", group.simulated()).put("attempts", group.attempts());
    OutcomeJson.usage(node, group.usage());
    OutcomeJson.cost(node, group.cost());
  }
}
