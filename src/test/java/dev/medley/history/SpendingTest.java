package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.history.Spending.By;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpendingTest {
  /** 23:30 of the 23rd in Auckland, 11:30 of the same day in Berlin. */
  private static final Instant LATE = Instant.parse("2026-11-23T10:30:00Z");

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final Instant EVER = Instant.EPOCH;

  @TempDir Path folder;
  private Store store;
  private Spending spending;

  @BeforeEach
  void fill() {
    store = new Store(folder.resolve("history.db"), why -> {});
    spending = new Spending(store);
    new AttemptRows(store)
        .add("lab/cheap", "summary", LATE, "0.01")
        .add("lab/dear", "", LATE.plus(Duration.ofHours(1)), "0.1")
        .add("lab/dear", "summary", LATE.plus(Duration.ofHours(2)), "0.2")
        .add("other/odd", "", LATE, "")
        .add("lab/cheap", "summary", LATE, "")
        .add("lab/cheap", "summary", LATE, "5", false)
        .add("demo/sage", "", LATE, "0.5");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void modelsTheDearestFirstAndPlayMoneyApart() {
    assertEquals(
        """
        lab/dear 2 0.3
        lab/cheap 2 ≥0.01
        other/odd 1 –
        demo/sage 1 0.5 simulated""",
        told(spending.since(EVER, By.MODEL, AUCKLAND)));
  }

  @Test
  void providersAndTasks() {
    assertEquals(
        """
        lab 4 ≥0.31
        other 1 –
        demo 1 0.5 simulated""",
        told(spending.since(EVER, By.PROVIDER, AUCKLAND)));
    assertEquals(
        """
        summary 3 ≥0.21
         2 ≥0.1
         1 0.5 simulated""",
        told(spending.since(EVER, By.TASK, AUCKLAND)));
  }

  @Test
  void daysBeginAtMidnightWhereTheUserIs() {
    assertEquals(
        """
        2026-11-23 3 ≥0.01
        2026-11-24 2 0.3
        2026-11-23 1 0.5 simulated""",
        told(spending.since(EVER, By.DAY, AUCKLAND)));
    assertEquals(
        """
        2026-11-23 5 ≥0.31
        2026-11-23 1 0.5 simulated""",
        told(spending.since(EVER, By.DAY, ZoneId.of("Europe/Berlin"))));
  }

  @Test
  void whatIsEarlierDoesNotCount() {
    assertEquals("lab/dear 2 0.3", told(spending.since(LATE.plusMillis(1), By.MODEL, AUCKLAND)));
  }

  @Test
  void theTotalIsOfRealMoney() {
    List<Spending.Group> groups = spending.since(EVER, By.MODEL, AUCKLAND);
    assertEquals("total 5 ≥0.31", told(Spending.total(groups).stream().toList()));
    assertEquals("", told(Spending.total(groups.subList(3, 4)).stream().toList()));
  }

  private static String told(List<Spending.Group> groups) {
    return groups.stream()
        .map(
            group ->
                group.name()
                    + " "
                    + group.attempts()
                    + " "
                    + (group.cost().atLeast() ? "≥" : "")
                    + group
                        .cost()
                        .usd()
                        .map(usd -> usd.stripTrailingZeros().toPlainString())
                        .orElse("–")
                    + (group.simulated() ? " simulated" : ""))
        .collect(Collectors.joining("\n"));
  }
}
