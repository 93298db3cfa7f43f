package dev.medley.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is being spent under limits, shared by all processes. Money is reserved before a request is
 * sent, in one transaction with the look at what is left, so that many processes at once cannot
 * overspend together; afterwards it is settled. What was spent without limits counts, too, as far
 * as the history knows it.
 */
public final class Ledger {
  private static final int DIGITS = 9;

  /** Longer than any limit looks back. */
  private static final Duration KEPT = Duration.ofDays(62);

  /** Simulated models cost play money. */
  private static final String SPENT =
      "SELECT (SELECT coalesce(sum(CASE WHEN nano_usd IS NOT NULL THEN nano_usd"
          + " WHEN lapses_at > ?1 THEN worst_nano_usd ELSE 0 END), 0)"
          + " FROM ledger WHERE reserved_at >= ?2),"
          + " (SELECT coalesce(sum(cost_usd), 0) FROM attempts a"
          + " WHERE started_at >= ?2 AND billed = 1 AND provider <> 'demo' AND NOT EXISTS"
          + " (SELECT 1 FROM ledger l WHERE l.started_at = a.started_at AND l.model = a.model))";

  private static final String RESERVE =
      "INSERT INTO ledger (model, reserved_at, lapses_at, worst_nano_usd) VALUES (?, ?, ?, ?)";
  private static final String FORGET = "DELETE FROM ledger WHERE reserved_at < ?";
  private static final String SETTLE =
      "UPDATE ledger SET nano_usd = ?, started_at = ? WHERE id = ?";

  private final Store store;

  public Ledger(Store store) {
    this.store = store;
  }

  /**
   * A limit over a time.
   *
   * @param name as it is configured, such as {@code per_day}
   * @param most in USD
   * @param since when the day or the month began
   */
  public record Cap(String name, BigDecimal most, Instant since) {}

  /**
   * What is to be reserved.
   *
   * @param model as provider/model
   * @param usd the most that it can cost
   * @param at now
   * @param lapses when it does not count any more, if nobody has settled it
   */
  public record Wish(String model, BigDecimal usd, Instant at, Instant lapses) {}

  /** What became of a wish. */
  public sealed interface Decision {
    /** It is reserved, to be settled under this number. */
    record Granted(long number) implements Decision {}

    /**
     * More than is left of a cap; less than nothing is left when something was dearer than its
     * worst case.
     */
    record Refused(Cap cap, BigDecimal left) implements Decision {}
  }

  /** Reserves, unless one of the caps would be passed. Empty: the store cannot be used. */
  public Optional<Decision> reserve(Wish wish, List<Cap> caps) {
    return store.write(
        connection -> {
          for (Cap cap : caps) {
            BigDecimal left = cap.most().subtract(spent(connection, cap.since(), wish.at()));
            if (wish.usd().compareTo(left) > 0) {
              return new Decision.Refused(cap, left);
            }
          }
          forget(connection, wish.at().minus(KEPT));
          return new Decision.Granted(insert(connection, wish));
        });
  }

  /**
   * What a request that was reserved has cost.
   *
   * @param startedAt of the attempt as the history has it
   */
  public void settle(long number, BigDecimal usd, Instant startedAt) {
    store.write(
        connection -> {
          try (PreparedStatement row = connection.prepareStatement(SETTLE)) {
            row.setLong(1, nano(usd));
            row.setLong(2, startedAt.toEpochMilli());
            row.setLong(3, number);
            return row.executeUpdate();
          }
        });
  }

  /** What has been spent since then, reservations included. Empty: nothing is known of it. */
  public Optional<BigDecimal> spent(Instant since, Instant now) {
    return store.read(connection -> spent(connection, since, now));
  }

  private static BigDecimal spent(Connection connection, Instant since, Instant now)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SPENT)) {
      query.setLong(1, now.toEpochMilli());
      query.setLong(2, since.toEpochMilli());
      ResultSet row = query.executeQuery();
      BigDecimal elsewhere = BigDecimal.valueOf(row.getDouble(2));
      return BigDecimal.valueOf(row.getLong(1), DIGITS).add(elsewhere);
    }
  }

  private static void forget(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement rows = connection.prepareStatement(FORGET)) {
      rows.setLong(1, before.toEpochMilli());
      rows.executeUpdate();
    }
  }

  private static long insert(Connection connection, Wish wish) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(RESERVE, Statement.RETURN_GENERATED_KEYS)) {
      row.setString(1, wish.model());
      row.setLong(2, wish.at().toEpochMilli());
      row.setLong(3, wish.lapses().toEpochMilli());
      row.setLong(4, nano(wish.usd()));
      row.executeUpdate();
      return row.getGeneratedKeys().getLong(1);
    }
  }

  /** Rounded up: what cannot be said exactly is not given away. A sum beyond all sums stays one. */
  private static long nano(BigDecimal usd) {
    BigDecimal nano = usd.movePointRight(DIGITS).setScale(0, RoundingMode.CEILING);
    return nano.min(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)).longValueExact();
  }
}
