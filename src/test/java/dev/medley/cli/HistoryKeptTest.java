package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.history.Filter;
import dev.medley.history.History;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastRun;
import dev.medley.history.Store;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands leave in the history. */
class HistoryKeptTest {
  private static final String FOLDER = ".local/share/medley";

  @TempDir private Path home;

  private Path file() {
    return home.resolve(FOLDER).resolve("history.db");
  }

  private PastRun run(String id) {
    try (Store store = new Store(file(), why -> {})) {
      return new History(store).find(id).orElseThrow();
    }
  }

  private Result ask(String... args) {
    return new CliRun(home).run(args);
  }

  private static String field(Result result, String pointer) throws IOException {
    return new JsonMapper().readTree(result.out()).at(pointer).asText(null);
  }

  @Test
  void anAnswerWithAllThatBelongsToIt() throws Exception {
    new CliRun(home).file("notes.txt", "milk");
    Result result =
        ask(
            "ask",
            "-m",
            "demo/swift",
            "--json",
            "-s",
            "be brief",
            "--seed",
            "7",
            "-f",
            "notes.txt",
            "hi");
    PastRun run = run(field(result, "/id"));
    assertEquals(Optional.of("notes.txt:\n```\nmilk\n```\n\nhi"), run.question().user());
    assertEquals(Optional.of("be brief"), run.question().system());
    assertEquals(7, run.question().parameters().fields().get("seed"));
    assertEquals(field(result, "/response"), run.ending().outcome().reply().text());
    assertEquals(field(result, "/conversation_id"), run.heading().place().conversationId().get());
    assertEquals(home.resolve("notes.txt").toString(), run.question().files().get(0).path());
    BigDecimal shown = new BigDecimal(field(result, "/cost/usd"));
    assertEquals(0, shown.compareTo(run.ending().cost().usd().orElseThrow()));
  }

  @Test
  void everyAttemptOfAChain() throws Exception {
    Result result = ask("fallback", "-m", "demo/down,demo/swift", "--json", "hi");
    PastRun run = run(field(result, "/id"));
    assertEquals("fallback", run.heading().command());
    assertEquals(List.of("demo/down", "demo/swift"), run.question().models());
    assertEquals(
        List.of("demo/down failed", "demo/swift answered"),
        run.attempts().stream().map(HistoryKeptTest::line).toList());
  }

  private static String line(PastAttempt attempt) {
    return attempt.model().ref() + " " + attempt.result();
  }

  @Test
  void everyResultOfAComparison() throws Exception {
    Result result = ask("compare", "-m", "demo/swift,demo/down", "--json", "hi");
    PastRun first = run(field(result, "/results/0/id"));
    PastRun second = run(field(result, "/results/1/id"));
    assertEquals("answered", first.ending().result());
    assertEquals("failed", second.ending().result());
    assertTrue(first.heading().comparisonId().isPresent());
    assertEquals(first.heading().comparisonId(), second.heading().comparisonId());
  }

  @Test
  void whyAModelWasChosen() throws Exception {
    Result result =
        new CliRun(home)
            .config("tasks: {sum: {model: demo/swift}}\nrules: [{task: sum, when: {any: [sum]}}]")
            .run("route", "--json", "sum it up");
    var route = run(field(result, "/id")).heading().route().orElseThrow();
    assertEquals(Optional.of("sum"), route.task());
    assertEquals(1, route.rule().getAsInt());
    assertEquals(List.of("rule 1: \"sum\""), route.reasons());
  }

  @Test
  void nothingWhenThatWasAskedFor() throws Exception {
    for (Result result :
        List.of(
            ask("ask", "-m", "demo/swift", "-n", "--json", "hi"),
            ask("compare", "-m", "demo/swift", "--no-log", "hi"),
            new CliRun(home)
                .config("history: {enabled: false}")
                .run("ask", "-m", "demo/swift", "hi"))) {
      assertEquals("", result.err());
    }
    ask("ask", "-m", "demo/swift", "--dry-run", "hi");
    ask("fallback", "-m", "demo/swift", "--drill", "429", "hi");
    assertFalse(Files.exists(file()));
  }

  @Test
  void onlyNumbersWithoutBodies() throws Exception {
    Result result =
        new CliRun(home)
            .config("history: {bodies: false}")
            .run("ask", "-m", "demo/swift", "--json", "hi");
    PastRun run = run(field(result, "/id"));
    assertEquals(Optional.empty(), run.question().user());
    assertEquals("", run.ending().outcome().reply().text());
    assertEquals(null, field(result, "/conversation_id"));
  }

  @Test
  void whatCameBeforeTheReaderWentAway() {
    Result result =
        new CliRun(home).readerLeavesAfter(20).run("ask", "-R", "-m", "demo/sage", "hi");
    assertEquals(new Result(0, "", ""), result);
    try (Store store = new Store(file(), why -> {})) {
      PastRun run = new History(store).last(Filter.ALL).orElseThrow();
      assertEquals("cancelled", run.ending().result());
      assertEquals("demo/sage cancelled", line(run.attempts().get(0)));
      assertFalse(run.ending().outcome().reply().text().isEmpty());
    }
  }

  @Test
  void aStoreOfNoUseIsOneWarningAndTheAnswerAllTheSame() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "This is not a database, and long enough to tell. ".repeat(100));
    String warning =
        "warning: ~/"
            + FOLDER
            + "/history.db: it is damaged: move it away to begin anew; going on without it\n";
    for (List<String> line :
        List.of(
            List.of("ask", "-m", "demo/swift", "hi"),
            List.of("fallback", "-m", "demo/swift,demo/sage", "hi"),
            List.of("compare", "-m", "demo/swift", "hi"))) {
      Result result = ask(line.toArray(new String[0]));
      assertEquals(0, result.code());
      assertTrue(result.out().contains("Simulated by demo/swift"), result.out());
      assertEquals(warning, result.err());
    }
  }
}
