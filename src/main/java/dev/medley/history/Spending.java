package dev.medley.history;

import dev.medley.catalog.Catalog;
import dev.medley.catalog.Cost;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the billed attempts in the history cost, in groups. */
public final class Spending {
  private static final String BILLED =
      "SELECT a.*, r.task FROM attempts a JOIN runs r ON r.id = a.run_id"
          + " WHERE a.billed = 1 AND a.started_at >= ? ORDER BY a.started_at";

  private final Store store;

  public Spending(Store store) {
    this.store = store;
  }

  /** What makes a group. */
  public enum By {
    MODEL,
    PROVIDER,
    DAY,
    TASK
  }

  /**
   * One group.
   *
   * @param name of the model, provider, day or task; empty for what belongs to no task
   * @param simulated whether its cost is play money; such attempts are a group apart
   * @param attempts how many were billed
   * @param usage what is known of their tokens
   * @param cost their sum, a lower bound where some are unknown
   */
  public record Group(String name, boolean simulated, long attempts, Usage usage, Cost cost) {
    private Group plus(Usage used, Cost more) {
      return new Group(name, simulated, attempts + 1, usage.plus(used), cost.plus(more));
    }
  }

  /**
   * The dearest group first, days in their order, play money last.
   *
   * @param zone where days begin at midnight
   */
  public List<Group> since(Instant since, By by, ZoneId zone) {
    Map<String, Group> groups =
        store.read(connection -> read(connection, since, by, zone)).orElse(Map.of());
    List<Group> sorted = new ArrayList<>(groups.values());
    Comparator<Group> order =
        by == By.DAY ? Comparator.comparing(Group::name) : Comparator.comparing(Spending::known);
    sorted.sort(
        Comparator.comparing(Group::simulated)
            .thenComparing(by == By.DAY ? order : order.reversed()));
    return sorted;
  }

  /** All groups that cost real money as one; empty: there are none. */
  public static Optional<Group> total(List<Group> groups) {
    return groups.stream()
        .filter(group -> !group.simulated())
        .reduce(
            (a, b) ->
                new Group(
                    "total",
                    false,
                    a.attempts() + b.attempts(),
                    a.usage().plus(b.usage()),
                    a.cost().plus(b.cost())));
  }

  private static BigDecimal known(Group group) {
    return group.cost().usd().orElse(BigDecimal.ONE.negate());
  }

  private static Map<String, Group> read(Connection connection, Instant since, By by, ZoneId zone)
      throws SQLException {
    Map<String, Group> groups = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(BILLED)) {
      query.setLong(1, since.toEpochMilli());
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        boolean simulated = Catalog.simulated(row.getString("provider"));
        String name = name(row, by, zone);
        Usage usage = OutcomeColumns.usage(row);
        Cost cost = OutcomeColumns.cost(row);
        groups.merge(
            simulated + name,
            new Group(name, simulated, 1, usage, cost),
            (sum, one) -> sum.plus(usage, cost));
      }
    }
    return groups;
  }

  private static String name(ResultSet row, By by, ZoneId zone) throws SQLException {
    return switch (by) {
      case MODEL -> row.getString("model");
      case PROVIDER -> row.getString("provider");
      case TASK -> Optional.ofNullable(row.getString("task")).orElse("");
      case DAY ->
          LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("started_at")), zone).toString();
    };
  }
}
