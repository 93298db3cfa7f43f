package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.demo.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rehearsals of chains whose models have no key here. */
class DrillTest {
  private static final String CHAIN = "openai/gpt-4o-mini,tokenbay/gpt-4o";

  @TempDir private Path home;

  private Result drill(String faults, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("fallback", "--idle-timeout", "200ms", "--first-token-timeout", "400ms"));
    args.addAll(List.of("--drill", faults, "-m", CHAIN));
    args.addAll(List.of(more));
    return new CliRun(home).run(args.toArray(new String[0]));
  }

  private static String timeless(String text) {
    return text.replaceAll("\\d+\\.\\d\\d s", "0.00 s");
  }

  @Test
  void aTimelineAndAVerdict() {
    Result result = drill("429");
    assertEquals(
        """
        drill: simulated models play yours; nothing is sent, nothing is paid

          time  model               what happened
        0.00 s  openai/gpt-4o-mini  asked, who has: 429
        0.00 s  openai/gpt-4o-mini  429 rate limit: on to tokenbay/gpt-4o at once
        0.00 s  tokenbay/gpt-4o     asked, who is well
        0.00 s  tokenbay/gpt-4o     answered, first words after 0.00 s

        verdict: tokenbay/gpt-4o answered after 0.00 s, at $0.00054 (7 → 52 tokens, +$0.00051); exit code 0
        """,
        timeless(result.out()));
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  @ParameterizedTest
  @CsvSource({
    "429, 429 rate limit",
    "429-wait, 429 rate limit",
    "500, 500 server error",
    "503, 503 overloaded",
    "down, 503 overloaded",
    "timeout, timeout first token",
    "reset, network",
    "context, 400 context",
    "policy, 400 policy",
    "auth, 401 auth",
    "quota, 429 quota",
    "empty, empty",
    "malformed, malformed"
  })
  void moveOn(String fault, String told) {
    Result result = drill(fault);
    assertTrue(result.out().contains(told + ": on to tokenbay/gpt-4o"), result.out());
    assertEquals(0, result.code());
  }

  @ParameterizedTest
  @CsvSource({"cut, network", "stall, timeout idle"})
  void brokenOffIsToldAsInEarnest(String fault, String cause) {
    Result kept = drill(fault);
    assertTrue(kept.out().contains("gpt-4o-mini broke off (" + cause + ")"), kept.out());
    assertEquals(12, kept.code());
    Result restarted = drill(fault, "--partial", "restart");
    assertTrue(restarted.out().contains("verdict: tokenbay/gpt-4o answered"), restarted.out());
    assertEquals(0, restarted.code());
  }

  @Test
  void aBrokenChunkIsBorne() {
    assertTrue(drill("broken").out().contains("verdict: openai/gpt-4o-mini answered"));
  }

  @Test
  void theLastOneIsTriedAgain() {
    Result result = drill("quota,503", "--deadline", "30s");
    assertTrue(result.out().contains("503 overloaded: waits 0."), result.out());
    assertTrue(result.out().contains("503 overloaded: nobody is left"), result.out());
    assertEquals(11, result.code());
  }

  @Test
  void asJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(drill("auth", "--json", "Which way?").out());
    assertEquals("Which way?", json.path("prompt").asText());
    assertEquals(2, json.path("attempts").size());
    assertEquals("auth", json.path("drill").path(0).path("fault").asText());
    assertTrue(json.path("drill").path(1).path("fault").isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"oops|no fault \"oops\"", "429,429,429|3 faults for 2 models"})
  void whatCannotBeDrilledIsUsage(String faults, String told) {
    Result result = drill(faults);
    assertTrue(result.err().contains(told), result.err());
    assertEquals(2, result.code());
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultIsInTheHelp(Fault fault) {
    String help = new CliRun(home).run("fallback", "--help").out();
    assertTrue(help.replaceAll("\\s+", " ").contains(fault.word()), help);
  }
}
