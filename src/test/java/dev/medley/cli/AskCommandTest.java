package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTest {
  private static final String HELLO =
      "Hello! Quick question, quick answer: go ahead. (Simulated by demo/swift: a stand-in for an"
          + " answer, not a real one.)\n";

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  @Test
  void standardOutputIsTheAnswerAndNothingElse() {
    assertEquals(new Result(0, HELLO, ""), cli().run("ask", "-m", "demo/swift", "hi"));
  }

  @Test
  void whatIsSaidOfAnAnswerBreaksBetweenWordsInANarrowWindow() {
    String[] line = {"fallback", "--raw", "-m", "demo/down,demo/flaky,demo/swift", "hi"};
    String narrow = cli().onTerminal(60).run(line).err().replaceAll("\u001b\\[\\d*m", "");
    assertTrue(
        narrow.startsWith(
            "demo/down 503 overloaded → demo/flaky 429 rate limit →\n  demo/swift answered (+"),
        narrow);
    String piped = cli().run(line).err();
    assertEquals(1, piped.lines().count(), piped);
  }

  @Test
  void aHostWithAnUnderscoreIsOne() {
    Result result =
        cli().run("ask --max-retries 0 --base-url http://no_host.invalid:1/v1 -m x hi".split(" "));
    assertTrue(result.err().contains("no such host: no_host.invalid:1"), result.err());
    assertEquals(7, result.code());
  }

  @Test
  void onATerminalMarkdownIsRendered() {
    String out = cli().onTerminal().run("ask", "-m", "demo/steady", "hi").out();
    assertTrue(out.contains("orderly reply. \u001b[3mThis\u001b[0m \u001b[3mtext\u001b[0m"), out);
    assertFalse(out.contains("*"), out);
    String plain =
        cli().onTerminal().run("ask", "-m", "demo/steady", "--color", "never", "hi").out();
    assertTrue(plain.contains("orderly reply. *This text comes\nfrom"), plain);
    String raw = cli().onTerminal().run("ask", "-m", "demo/steady", "--raw", "hi").out();
    assertEquals(cli().run("ask", "-m", "demo/steady", "hi").out(), raw);
  }

  @Test
  void onATerminalAUsageLineFollowsDim() {
    Result result = cli().onTerminal().run("ask", "-m", "demo/swift", "--raw", "hi");
    assertEquals(HELLO, result.out());
    assertTrue(
        result
            .err()
            .matches(
                "\u001b\\[2mdemo/swift · \\d\\.\\d\\d s \\(first token \\d\\.\\d\\d s\\)"
                    + " · 4 → 32 tokens · \\d+ tok/s · \\$0\\.000013\u001b\\[0m\n"),
        result.err());
  }

  @Test
  void theUsageLineCanBeAskedForAndRefused() {
    String asked = cli().run("ask", "-u", "-m", "demo/swift", "hi").err();
    assertTrue(asked.startsWith("demo/swift · "), asked);
    assertEquals("", cli().onTerminal().run("ask", "-q", "-m", "demo/swift", "hi").err());
  }

  @Test
  void colourCanBeRefusedByFlagAndByEnvironment() {
    String flag = cli().onTerminal().run("ask", "--color", "never", "-m", "demo/swift", "hi").err();
    String variable =
        cli().onTerminal().variable("NO_COLOR", "1").run("ask", "-m", "demo/swift", "hi").err();
    assertFalse(flag.contains("\u001b"), flag);
    assertFalse(variable.contains("\u001b"), variable);
  }

  @Test
  void reasoningGoesToStandardErrorAndCanBeHidden() {
    Result shown = cli().run("ask", "-m", "demo/sage", "hi");
    assertFalse(shown.err().isBlank());
    assertFalse(shown.out().contains(shown.err().strip()));
    assertEquals("", cli().run("ask", "-R", "-m", "demo/sage", "hi").err());
  }

  @Test
  void jsonIsOneDocument() throws Exception {
    Result result = cli().run("ask", "--json", "-m", "demo/swift", "-s", "Be brief.", "hi");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertEquals(1, json.path("schema_version").asInt());
    assertEquals("demo/swift", json.path("requested_model").asText());
    assertEquals("demo/swift", json.path("model").asText());
    assertEquals("swift", json.path("resolved_model").asText());
    assertEquals("hi", json.path("prompt").asText());
    assertEquals("Be brief.", json.path("system").asText());
    assertEquals("stop", json.path("finish_reason").asText());
    assertEquals("computed", json.path("cost").path("source").asText());
    assertEquals("answered", json.path("attempts").path(0).path("outcome").asText());
    assertTrue(json.path("error").isNull());
    assertTrue(json.path("usage").path("cached_tokens").isNull());
    assertEquals("", result.err());
  }

  @Test
  void jsonIsPrintedAlsoWhenItFails() throws Exception {
    Result result = cli().run("ask", "--json", "-m", "demo/down", "--max-retries", "0", "hi");
    JsonNode error = new ObjectMapper().readTree(result.out()).path("error");
    assertEquals(5, result.code());
    assertEquals("overloaded", error.path("class").asText());
    assertEquals(503, error.path("status").asInt());
    assertTrue(error.path("retryable").asBoolean());
    Result before = cli().run("ask", "--json", "hi");
    assertEquals(3, before.code());
    assertEquals(
        "config", new ObjectMapper().readTree(before.out()).path("error").path("class").asText());
  }

  @ParameterizedTest(name = "{0} exits {1}")
  @CsvSource({
    "demo/swift, 0",
    "demo/down, 5",
    "demo/refuse, 9",
    "demo/cut, 12",
    "demo/nonesuch, 14",
  })
  void exitCodesNameTheClass(String model, int code) {
    assertEquals(code, cli().run("ask", "--max-retries", "0", "-m", model, "hi").code());
  }

  @Test
  void aWrongKeyIsRefusedAndNeverShown() {
    Result result = cli().run("ask", "-v", "-m", "demo/swift", "--key", "wrong-secret", "hi");
    assertEquals(4, result.code());
    assertEquals(
        """
        error: demo/swift: 401 auth
          Incorrect API key provided. Any other key will do.
          → check the key and that it may use this model
        """,
        result.err().replaceFirst("  cause: (?s).*", ""));
    assertFalse(result.err().contains("wrong-secret"), result.err());
  }

  @Test
  void aClosedPortIsANetworkError() {
    Result result =
        cli()
            .run(
                "ask",
                "--base-url",
                "http://127.0.0.1:1/v1",
                "-m",
                "any",
                "--max-retries",
                "0",
                "hi");
    assertEquals(7, result.code());
    assertEquals(
        """
        error: 127.0.0.1:1/any: network
          cannot connect to 127.0.0.1:1: Connection refused
          → is the server running, and is the base URL right?
        """,
        result.err());
  }

  @Test
  void aCutAnswerIsShownAndSaidToBeCut() {
    Result result = cli().run("ask", "-m", "demo/cut", "hi");
    assertEquals(12, result.code());
    assertTrue(HELLO.replace("swift", "cut").length() > result.out().length());
    assertFalse(result.out().isBlank());
    assertEquals(
        """
        error: demo/cut: truncated (network)
          the stream ended early: no finish reason and no [DONE]
          → the answer is incomplete: ask again, or ask another model
        """,
        result.err());
  }

  @Test
  void aLimitOnTokensIsAnAnswerWithANotice() {
    Result result = cli().run("ask", "-m", "demo/swift", "--max-tokens", "3", "hi");
    assertEquals(0, result.code());
    assertEquals(
        "cut off: the limit on output tokens was reached; raise --max-tokens\n", result.err());
  }

  @Test
  void withoutKeyAndConfigurationTheWayOnIsTold() {
    assertEquals(
        new Result(
            3,
            "",
            """
            error: config
              no model: none is named, and no key is set
              → export OPENAI_API_KEY=… (or another provider's key), or run medley config init, or name one with -m; offline: medley ask -m demo/swift "hi"
            """),
        cli().run("ask", "hi"));
  }

  @Test
  void aReaderThatLeavesIsNoError() {
    assertEquals(
        new Result(0, "", ""),
        cli().readerLeavesAfter(5).run("ask", "-m", "demo/steady", "Explain model routing"));
  }

  @Test
  void aFallbackMakesAChain() {
    Result result = cli().run("ask", "-m", "demo/down", "--fallback", "demo/swift", "hi");
    assertEquals(0, result.code());
    assertEquals(HELLO, result.out());
    assertTrue(
        result
            .err()
            .matches("demo/down 503 overloaded → demo/swift answered \\(\\+\\d\\.\\d\\d s\\)\n"),
        result.err());
  }

  @Test
  void dryRunPrintsTheRequestAndSendsNothing() throws Exception {
    Result result =
        cli()
            .variable("OPENAI_API_KEY", "sk-secret")
            .run(
                "ask",
                "--dry-run",
                "-m",
                "openai/gpt-4o",
                "-H",
                "X-Team: blue",
                "--temperature",
                "0.2",
                "-o",
                "logit_bias={\"1\": -100}",
                "-o",
                "user=joe",
                "hi");
    JsonNode request = new ObjectMapper().readTree(result.out());
    assertEquals(0, result.code());
    assertEquals("https://api.openai.com/v1/chat/completions", request.path("url").asText());
    assertEquals(
        "Bearer <env:OPENAI_API_KEY>", request.path("headers").path("Authorization").asText());
    assertFalse(result.out().contains("sk-secret"));
    assertEquals(
        "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"stream\":true,"
            + "\"stream_options\":{\"include_usage\":true},\"temperature\":0.2,"
            + "\"logit_bias\":{\"1\":-100},\"user\":\"joe\"}",
        request.path("body").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask -m demo/swift hi", "ask --json -m demo/swift hi", "models"})
  void aFullDiskIsAnErrorAndNoQuietEnd(String line) {
    CliRun.Result result = new CliRun(home).diskFullAfter(5).run(line.split(" "));
    assertEquals(1, result.code());
    assertEquals(
        """
        error: internal
          cannot write the output: No space left on device
          → make room, or write elsewhere
        """,
        result.err());
  }

  @Test
  void aModelThatIsNotThereGetsTheNearestThatIs() {
    CliRun.Result result = new CliRun(home).run("ask", "-m", "demo/swft", "hi");
    assertEquals(14, result.code());
    assertTrue(result.err().endsWith("  → did you mean demo/swift?\n"), result.err());
    result = new CliRun(home).run("ask", "-m", "demo/zzzzzz", "hi");
    assertTrue(result.err().contains("check the model's name"), result.err());
  }
}
