package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A judge is asked within the limits that hold for all requests. */
@Timeout(60)
class JudgeLimitsTest {
  @TempDir Path home;
  private JudgingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new JudgingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Every check asks the judge, and so does every pair, in both orders. */
  private Result judged(String limits, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "compare",
                "-m",
                "lab/a,lab/b,lab/c",
                "--judge",
                "lab/judge",
                "--no-stream",
                "--criteria",
                "is true",
                "--check",
                "judge: is true",
                "-n",
                "hi"));
    args.addAll(List.of(more));
    return new CliRun(home)
        .config("providers: {lab: {base_url: \"" + server.url() + "\"" + limits + "}}")
        .run(args.toArray(String[]::new));
  }

  @Test
  void theLimitOfTheProviderIsForTheJudgeToo() {
    Result result = judged(", max_concurrency: 2", "--runs", "6", "-j", "16");
    assertEquals(0, result.code(), result.out() + result.err());
    assertEquals(6 * (3 + 3 + 6), server.asked().size());
    assertEquals(2, server.peak());
  }

  @Test
  void asManyAtOnceAsTheCommandSays() {
    judged("", "--runs", "6", "-j", "3");
    assertEquals(6 * (3 + 3 + 6), server.asked().size());
    assertEquals(3, server.peak());
  }

  @Test
  void oneAtATimeIsEnough() {
    assertEquals(0, judged(", max_concurrency: 1", "-j", "1").code());
    assertEquals(3 + 3 + 6, server.asked().size());
    assertEquals(1, server.peak());
  }

  @Test
  void theRequestsOfAMinuteToo() {
    long start = System.nanoTime();
    judged(", requests_per_minute: 1200", "-j", "8");
    assertTrue(System.nanoTime() - start >= 11 * 50_000_000L, "twelve requests, 50 ms apart");
    assertEquals(12, server.asked().size());
  }
}
