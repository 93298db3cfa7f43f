package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.LoopbackModel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits as a user meets them. */
class LimitsTest {
  @TempDir Path home;
  private LoopbackModel model;

  @BeforeEach
  void listen() throws IOException {
    model = LoopbackModel.http();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void aRequestThatMayCostTooMuchIsNotSent() {
    CliRun.Result run = cli("{per_request: 0.05}").run("ask", "hi");
    assertEquals(
        """
        error: lab/dear-model: budget
          it may cost up to $0.101 (at most 1,000 tokens out), and limits.per_request is $0.05
          → --max-tokens 490 would fit; else name a cheaper model, or raise limits.per_request
        """,
        run.err());
    assertEquals(10, run.code());
    assertEquals(0, model.requests().size());
    assertEquals(0, cli("{per_request: 0.05}").run("ask", "--max-tokens", "490", "hi").code());
  }

  @Test
  void inAChainACheaperOneTakesItsTurn() {
    CliRun.Result run = cli("{per_request: 0.05}").run("fallback", "-m", "dear,cheap", "hi");
    assertEquals("Hi\n", run.out());
    assertTrue(run.err().startsWith("lab/dear-model skipped: it may cost up to $0.101"), run.err());
    assertEquals(1, model.requests().size());
  }

  @Test
  void whereNobodyIsCheapEnoughTheChainEndsWithItsReason() {
    CliRun.Result run =
        cli("{per_request: 0.00001}").run("fallback", "-m", "dear,cheap", "--json", "hi");
    assertEquals(10, run.code());
    assertTrue(run.out().contains("\"class\" : \"budget\""), run.out());
    assertTrue(run.err().contains("no model that is left fits the limits"), run.err());
    assertEquals(0, model.requests().size());
  }

  /** Each costs $0.00015 by our own count, and may cost $0.1001. */
  @Test
  void aDayIsSharedByAllRuns() {
    String limits = "{per_day: 0.1003}";
    assertEquals(0, cli(limits).run("ask", "hi").code());
    CliRun.Result second = cli(limits).run("ask", "--no-log", "hi");
    assertEquals(0, second.code(), second.err());
    CliRun.Result third = cli(limits).run("ask", "hi");
    assertEquals(10, third.code(), third.err());
    assertTrue(third.err().contains("is left of limits.per_day $0.1003"), third.err());
  }

  @Test
  void aLimitThatCannotBeCheckedStopsEverything() {
    CliRun cli = cli("{per_day: 5}").file(".local/share/medley/history.db", "no database at all");
    CliRun.Result run = cli.run("ask", "--no-log", "hi");
    assertEquals(
        """
        warning: ~/.local/share/medley/history.db: it is damaged: move it away to begin anew
        error: lab/dear-model: budget
          what was spent so far cannot be looked up, so no limit could hold
          → mend what the warning says, or go without limits.per_day and limits.per_month
        """,
        run.err());
    assertEquals(10, run.code());
    assertEquals(0, model.requests().size());
  }

  @Test
  void aProjectFileLoosensNothing() {
    String project =
        """
        models:
          dear: {id: lab/dear-model, price: {input: 0, output: 0}}
          new: {id: lab/new, price: {input: 0, output: 0}, max_output: 1}
        """;
    CliRun cli = cli("{per_request: 0.05}").file(".medley.yaml", project);
    assertEquals(10, cli.run("ask", "-m", "dear", "hi").code());
    CliRun.Result unknown = cli.run("ask", "-m", "new", "hi");
    assertTrue(unknown.err().contains("only the project file says what it costs"), unknown.err());
    CliRun loosened = cli("{per_request: 0.05}").file(".medley.yaml", "limits: {per_request: 1}\n");
    assertEquals(3, loosened.run("ask", "-m", "dear", "hi").code());
    CliRun tightened =
        cli("{per_request: 0.5}").file(".medley.yaml", "limits: {per_request: 0.01}\n");
    assertEquals(10, tightened.run("ask", "-m", "dear", "hi").code());
    assertEquals(0, model.requests().size());
  }

  @Test
  void oneMaximumForAllThatAreCompared() throws IOException {
    CliRun.Result run =
        cli("{}").run("compare", "-m", "dear,cheap,dear", "--max-cost", "0.11", "--json", "hi");
    var results = new JsonMapper().readTree(run.out()).path("results");
    long refused = 0;
    for (var result : results) {
      refused += result.at("/error/class").asText().equals("budget") ? 1 : 0;
    }
    assertTrue(refused <= 1, "those that had answered had made room: " + run.out());
    assertEquals(3 - refused, model.requests().size());
  }

  @Test
  void aDryRunReservesNothing() {
    assertEquals(0, cli("{per_request: 0}").run("ask", "--dry-run", "hi").code());
    assertEquals(0, model.requests().size());
  }

  @Test
  void moreTokensThanCanBeCountedAreTooMany() {
    CliRun.Result run =
        cli("{}")
            .run(
                "ask", "-o", "n=2", "--max-tokens", "9223372036854775807", "--max-cost", "1", "hi");
    assertEquals(10, run.code(), run.err());
    assertEquals(0, model.requests().size());
  }

  @Test
  void aNegativeMaximumIsWrongUsage() {
    assertEquals(2, cli("{}").run("ask", "--max-cost", "-1", "hi").code());
  }

  private CliRun cli(String limits) {
    return new CliRun(home)
        .config(
            """
            default_model: dear
            providers: {lab: {base_url: '%s'}}
            models:
              dear: {id: lab/dear-model, price: {input: 10, output: 100}, max_output: 1000}
              cheap: {id: lab/cheap-model, price: {input: 0.1, output: 1}, max_output: 1000}
            limits: %s
            """
                .formatted(model.url("http://127.0.0.1", "/v1"), limits));
  }
}
