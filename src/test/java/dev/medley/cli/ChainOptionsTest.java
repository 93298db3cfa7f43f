package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a chain may go. */
class ChainOptionsTest {
  @TempDir private Path home;

  private Result run(String... args) {
    return new CliRun(home).run(args);
  }

  @Test
  void thePriceGuardOfTheCommandLine() {
    Result result =
        run("ask", "-m", "demo/down", "--fallback", "demo/sage", "--max-price", "2x", "hi");
    assertEquals(10, result.code());
    assertTrue(result.err().contains("max_price 2x"), result.err());
    assertEquals(2, run("fallback", "-m", "demo/swift", "--max-price", "2", "hi").code());
  }

  @Test
  void unknownPricesPassIfTheyMay() {
    CliRun cli =
        new CliRun(home).config("providers: {mine: {base_url: \"http://127.0.0.1:9/v1\"}}");
    String[] args = {"fallback", "-m", "demo/down,mine/x", "--max-price", "2x", "hi"};
    assertEquals(10, cli.run(args).code());
    Result allowed =
        cli.run(
            "fallback",
            "-m",
            "demo/down,mine/x",
            "--max-price",
            "2x",
            "--allow-unknown-price",
            "--max-retries",
            "0",
            "hi");
    assertEquals(11, allowed.code());
  }

  @Test
  void theDeadlineEndsTheCommand() {
    Result result = run("fallback", "-m", "demo/stall", "--json", "--deadline", "2s", "hi");
    assertTrue(result.out().contains("timeout_total"), result.out());
    assertTrue(result.code() == 6 || result.code() == 12, result.out());
  }

  @Test
  void aRestartIntoAPipeShowsOnlyTheWholeAnswer() {
    Result result = run("fallback", "-m", "demo/cut,demo/swift", "--partial", "restart", "hi");
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("Hello! "), result.out());
    assertEquals(1, result.out().split("Simulated by", -1).length - 1);
    assertEquals(12, run("fallback", "-m", "demo/cut,demo/swift", "hi").code());
  }

  @Test
  void aRestartOnATerminalDrawsALine() {
    Result result =
        new CliRun(home)
            .onTerminal()
            .run(
                "fallback",
                "--color",
                "never",
                "-m",
                "demo/cut,demo/swift",
                "--partial",
                "restart",
                "hi");
    assertEquals(0, result.code());
    assertTrue(
        result.err().contains("── demo/cut truncated (network); begun again ──\n"), result.err());
    assertTrue(result.out().contains("\nHello! "), result.out());
  }

  @Test
  void aHedgeThatIsNotNeededChangesNothing() {
    Result result = run("fallback", "-m", "demo/down,demo/swift", "--hedge-after", "30s", "hi");
    assertEquals(0, result.code());
    assertTrue(result.err().contains("demo/down 503 overloaded → demo/swift answered"));
  }
}
