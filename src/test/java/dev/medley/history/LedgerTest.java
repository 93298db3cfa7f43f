package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.history.Ledger.Cap;
import dev.medley.history.Ledger.Decision;
import dev.medley.history.Ledger.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration LAPSE = Duration.ofMinutes(11);

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Store store;
  private Ledger ledger;

  @BeforeEach
  void open() {
    store = new Store(folder.resolve("history.db"), warnings::add);
    ledger = new Ledger(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsReservedIsNotThereForOthers() {
    assertEquals("granted 1", reserve("0.06", NOON));
    assertEquals("refused per_day 0.04", reserve("0.06", NOON));
    assertEquals("granted 2", reserve("0.04", NOON));
    assertEquals("refused per_day 0", reserve("0.000000001", NOON));
    assertEquals("granted 3", reserve("0", NOON));
  }

  @Test
  void whatIsSettledLeavesTheRest() {
    reserve("0.10", NOON);
    ledger.settle(1, new BigDecimal("0.0123456789"), NOON);
    assertEquals("refused per_day 0.087654321", reserve("0.09", NOON), "rounded up");
    assertEquals("granted 2", reserve("0.087654321", NOON));
  }

  @Test
  void whatWasDearerThanItsWorstCaseIsCountedAsItWas() {
    reserve("0.10", NOON);
    ledger.settle(1, new BigDecimal("0.15"), NOON);
    assertEquals("refused per_day -0.05", reserve("0.01", NOON));
  }

  @Test
  void aReservationThatNobodySettlesLapses() {
    reserve("0.10", NOON);
    Instant almost = NOON.plus(LAPSE).minusMillis(1);
    assertEquals("refused per_day 0", reserve("0.01", almost));
    assertEquals("granted 2", reserve("0.01", NOON.plus(LAPSE)));
  }

  @Test
  void oneThatWasSlowAfterAllIsSettledAllTheSame() {
    reserve("0.10", NOON);
    ledger.settle(1, new BigDecimal("0.10"), NOON);
    assertEquals("refused per_day 0", reserve("0.01", NOON.plus(LAPSE)));
  }

  @Test
  void yesterdayIsOver() {
    assertEquals("granted 1", reserve("0.10", MIDNIGHT.minusMillis(1)));
    ledger.settle(1, new BigDecimal("0.10"), MIDNIGHT);
    assertEquals("granted 2", reserve("0.10", NOON));
  }

  @Test
  void whatNoLimitLooksBackToIsForgotten() {
    reserve("0.01", MIDNIGHT.minus(Duration.ofDays(63)));
    reserve("0.02", MIDNIGHT.minus(Duration.ofDays(40)));
    reserve("0.03", NOON);
    assertEquals(2, store.read(LedgerTest::rows).orElseThrow());
  }

  private static int rows(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM ledger")) {
      return row.getInt(1);
    }
  }

  @Test
  void theFirstCapThatIsPassedIsTold() {
    List<Cap> caps =
        List.of(
            new Cap("per_day", new BigDecimal("5"), MIDNIGHT),
            new Cap("per_month", new BigDecimal("1"), MIDNIGHT.minus(Duration.ofDays(22))));
    Wish wish = wish("2", NOON);
    assertEquals("refused per_month 1", told(ledger.reserve(wish, caps)));
  }

  @Test
  void whatWasSpentWithoutLimitsCountsOnce() {
    reserve("0.05", NOON);
    ledger.settle(1, new BigDecimal("0.03"), NOON.plusMillis(7));
    AttemptRows rows = new AttemptRows(store).add("lab/one", "", NOON.plusMillis(7), "0.03");
    assertEquals("refused per_day 0.07", reserve("0.08", NOON), "the same attempt");
    rows.add("lab/one", "", NOON.plusMillis(8), "0.02");
    assertEquals("refused per_day 0.05", reserve("0.08", NOON), "another one");
    rows.add("lab/one", "", NOON.plusMillis(9), "0.02", false);
    rows.add("demo/sage", "", NOON.plusMillis(9), "0.02");
    rows.add("lab/one", "", MIDNIGHT.minusMillis(1), "0.02");
    assertEquals("refused per_day 0.05", reserve("0.08", NOON), "not billed, simulated, yesterday");
  }

  @Test
  void aStoreThatCannotBeUsedGrantsNothing() throws IOException {
    Files.writeString(folder.resolve("history.db"), "this is no database, however long it may be");
    assertEquals("nothing", reserve("0.01", NOON));
    assertEquals(1, warnings.size(), warnings::toString);
    assertEquals("nothing", reserve("0.01", NOON));
    assertTrue(ledger.spent(MIDNIGHT, NOON).isEmpty());
  }

  private String reserve(String usd, Instant at) {
    Instant since = at.isBefore(MIDNIGHT) ? MIDNIGHT.minus(Duration.ofDays(1)) : MIDNIGHT;
    Cap day = new Cap("per_day", new BigDecimal("0.10"), since);
    return told(ledger.reserve(wish(usd, at), List.of(day)));
  }

  private static Wish wish(String usd, Instant at) {
    return new Wish("lab/one", new BigDecimal(usd), at, at.plus(LAPSE));
  }

  private static String told(Optional<Decision> decision) {
    if (decision.isEmpty()) {
      return "nothing";
    }
    return decision.get() instanceof Decision.Refused refused
        ? "refused "
            + refused.cap().name()
            + " "
            + refused.left().stripTrailingZeros().toPlainString()
        : "granted " + ((Decision.Granted) decision.get()).number();
  }
}
