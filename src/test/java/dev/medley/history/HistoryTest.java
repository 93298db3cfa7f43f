package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.medley.Kept;
import dev.medley.Samples;
import dev.medley.catalog.Cost;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Path file;
  private Store store;
  private History history;

  @BeforeEach
  void open() {
    file = folder.resolve("history.db");
    store = new Store(file, warnings::add);
    history = new History(store);
  }

  @AfterEach
  void close() {
    store.close();
    assertEquals(List.of(), warnings);
  }

  @Test
  void lookingMakesNoFile() {
    assertEquals(Optional.empty(), history.find("any"));
    assertFalse(Files.exists(file));
  }

  @Test
  void whatIsKeptComesBackWhole() {
    PastRun full = Kept.full();
    history.append(full);
    assertEquals(Optional.of(withoutTextInAttempts(full)), history.find("full"));
  }

  /** The answer is kept once, with the run. */
  private static PastRun withoutTextInAttempts(PastRun run) {
    return new PastRun(
        run.heading(),
        run.requested(),
        run.question(),
        run.attempts().stream().map(HistoryTest::withoutText).toList(),
        run.ending());
  }

  private static PastAttempt withoutText(PastAttempt attempt) {
    Ending bare =
        new Ending("", attempt.model(), attempt.outcome(), Samples.USAGE, Cost.UNKNOWN)
            .withoutBodies();
    return new PastAttempt(
        attempt.model(),
        attempt.baseUrl(),
        attempt.waited(),
        attempt.waitReason(),
        attempt.result(),
        bare.outcome(),
        attempt.cost(),
        attempt.billed());
  }

  @Test
  void withoutBodiesOnlyNumbersAreInTheFile() throws Exception {
    history.append(Kept.full().withoutBodies());
    PastRun kept = history.find("full").orElseThrow();
    assertEquals(Optional.empty(), kept.question().user());
    assertEquals(Optional.empty(), kept.question().system());
    assertEquals("", kept.ending().outcome().reply().text());
    assertEquals("", kept.ending().outcome().reply().reasoning());
    assertEquals(Kept.full().ending().usage(), kept.ending().usage());
    store.close();
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    for (String text : List.of("hello", "be brief", "Hello")) {
      assertFalse(bytes.contains(text), text);
    }
  }

  @Test
  void aCostOfFifteenDigitsComesBackExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal usd =
          BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), random.nextInt(18));
      BigDecimal back = OutcomeColumns.exact(usd.doubleValue());
      assertEquals(0, usd.compareTo(back), usd + " became " + back);
    }
  }

  @Test
  void aFileOfTheFirstVersionIsBroughtForward() throws Exception {
    execute(
        new String(
            Migrations.class.getResourceAsStream("1-model-health.sql").readAllBytes(),
            StandardCharsets.UTF_8),
        "INSERT INTO model_health (base_url, model, failures) VALUES ('u', 'm', '1 2')",
        "PRAGMA user_version = 1");
    history.append(Kept.run("a", Samples.NOON, "hi", "hello"));
    assertEquals("a", history.find("a").orElseThrow().id());
    ServedModel old = new ServedModel("u", "m");
    assertEquals(2, new ModelHealth(store).of(List.of(old)).get(old).failures().size());
  }

  @Test
  void theViewForPeopleReadsWell() throws Exception {
    history.append(Kept.full());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM recent")) {
      assertEquals("full", row.getString("id"));
      assertEquals("lab/two", row.getString("model"));
      assertEquals("0.9", row.getString("seconds"));
      assertEquals("say hello", row.getString("prompt"));
      assertEquals(0.123456789012345, row.getDouble("cost_usd"));
    }
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
