package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Kept;
import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatenciesTest {
  private static final Instant NOON = Samples.NOON;
  private static final ServedModel ONE = new ServedModel(Kept.LAB, "one");
  private static final ServedModel TWO = new ServedModel(Kept.LAB, "two");

  @TempDir private Path folder;
  private Store store;
  private History history;
  private int runs;

  @BeforeEach
  void open() {
    store = new Store(folder.resolve("history.db"), why -> {});
    history = new History(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void answer(Instant at, PastModel model, int firstMillis, int totalMillis) {
    Timing timing =
        new Timing(
            at,
            Duration.ofMillis(totalMillis),
            Optional.of(Duration.ofMillis(firstMillis)),
            Optional.empty());
    keep(at, model, new Outcome.Answered(Samples.reply("x", Samples.USAGE), timing), true);
  }

  private void keep(Instant at, PastModel model, Outcome outcome, boolean streamed) {
    String id = "run" + runs++;
    Question asked = Kept.question("hi");
    Question question =
        new Question(
            asked.user(),
            asked.system(),
            asked.parameters(),
            streamed,
            asked.models(),
            asked.files(),
            asked.form());
    PastAttempt attempt = Kept.attempt(model, outcome);
    history.append(
        new PastRun(
            new Heading(id, at, "ask", Place.first(id)),
            model,
            question,
            List.of(attempt),
            new Ending(attempt.result(), model, outcome, Samples.USAGE, Cost.UNKNOWN)));
  }

  private Map<ServedModel, Observed> observed(Instant since) {
    return new Latencies(store).of(List.of(ONE, TWO), since);
  }

  @Test
  void nothingIsKnownWithoutAFile() {
    assertEquals(Map.of(), observed(Instant.EPOCH));
  }

  @Test
  void theMedianOfStreamedAnswersCounts() {
    answer(NOON, Kept.ONE, 100, 1000);
    answer(NOON, Kept.ONE, 300, 9000);
    answer(NOON, Kept.ONE, 200, 3000);
    answer(NOON, Kept.TWO, 10, 20);
    answer(NOON, Kept.TWO, 20, 50);
    keep(NOON, Kept.TWO, Kept.failed(NOON, FailureKind.TIMEOUT_TOTAL), true);
    keep(NOON, Kept.TWO, Kept.answered(NOON, "whole"), false);
    assertEquals(
        Map.of(
            ONE,
            new Observed(Duration.ofMillis(200), Duration.ofMillis(3000), 3),
            TWO,
            new Observed(Duration.ofMillis(15), Duration.ofMillis(35), 2)),
        observed(Instant.EPOCH));
  }

  @Test
  void onlyTheLatestCount() {
    answer(NOON.minusSeconds(10), Kept.ONE, 5000, 5000);
    IntStream.range(0, 50).forEach(i -> answer(NOON, Kept.ONE, 100, 100));
    Observed fast = new Observed(Duration.ofMillis(100), Duration.ofMillis(100), 50);
    assertEquals(Map.of(ONE, fast), observed(Instant.EPOCH));
    assertEquals(Map.of(), observed(NOON.plusMillis(1)));
  }
}
