package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  private static final String TASKS =
      """
      default_model: demo/swift
      models:
        cheap: {id: demo/swift}
        deep: {id: demo/sage}
      tasks:
        summary: {model: cheap, system: Be brief., options: {temperature: 0.2}}
        thinking: {chain: careful}
      rules:
        - {task: summary, when: {any: [summarize, "tl;dr"]}}
        - {model: demo/steady, when: {input_chars: ">100"}}
      chains:
        careful: {models: [demo/down, demo/swift]}
      """;

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  private static JsonNode json(Result result) throws IOException {
    return new ObjectMapper().readTree(result.out());
  }

  // --- compare

  @Test
  void compareShowsBlocksInTheOrderGivenAndThenTheTable() {
    Result result = cli().run("compare", "-m", "demo/sage,demo/down,demo/swift", "hi");
    String shape =
        result
            .out()
            .replaceAll("\\d+\\.\\d\\d s ", "0.00 s ")
            .replaceAll("\\d\\.\\d\\d s\\*", "0.00 s*")
            .replaceAll(" +\\d+   \\$", "      0   \\$")
            .replaceAll("\\$0\\.\\d+[ *]?", "\\$0");
    assertEquals(0, result.code());
    assertEquals("", result.err());
    assertTrue(
        shape.startsWith("── demo/sage ──\nWelcome. Take your time with the question;"), shape);
    assertTrue(
        shape.contains(
            """

            ── demo/down ──
            error: 503 overloaded
              The simulated model down is always overloaded. Please try another one.
              → try again later, or name other models: medley fallback -m A,B

            ── demo/swift ──
            Hello!"""),
        shape);
    List<String> table = shape.lines().dropWhile(line -> !line.startsWith("model ")).toList();
    assertEquals(7, table.size(), shape);
    assertEquals("the two answers differ", table.get(6));
    assertTrue(table.get(1).startsWith("demo/sage   ok "), shape);
    assertTrue(table.get(2).matches("demo/down   overloaded +– +0.00 s +– +– +–"), shape);
    assertTrue(table.get(3).startsWith("demo/swift  ok "), shape);
    assertTrue(table.get(4).startsWith("together    2/3 "), shape);
    assertTrue(table.get(5).contains("cheapest: demo/swift"), shape);
  }

  @Test
  void compareAsJsonHasResultsInOrderAndTotals() throws IOException {
    JsonNode json =
        json(cli().run("compare", "--json", "-m", "demo/swift", "-m", "demo/refuse", "hi"));
    assertEquals("demo/swift", json.path("results").path(0).path("model").asText());
    assertEquals("policy", json.path("results").path(1).path("error").path("class").asText());
    assertEquals(1, json.path("totals").path("answered").asInt());
    assertEquals(1, json.path("totals").path("failed").asInt());
  }

  @Test
  void compareFailsOnlyWhenNobodyAnswers() {
    assertEquals(
        11, cli().run("compare", "-m", "demo/refuse,demo/short", "word ".repeat(100)).code());
    assertEquals(9, cli().run("compare", "-m", "demo/refuse", "hi").code());
    assertEquals(2, cli().run("compare", "hi").code());
  }

  @Test
  void aGroupNamesSeveral() throws IOException {
    CliRun cli = cli().config("groups: {two: [demo/swift, demo/steady]}");
    JsonNode json = json(cli.run("compare", "--json", "-m", "@two", "hi"));
    assertEquals(2, json.path("results").size());
  }

  // --- fallback

  @Test
  void fallbackNamesTheAttempts() throws IOException {
    Result result = cli().run("fallback", "-m", "demo/down,demo/flaky,demo/swift", "hi");
    assertEquals(0, result.code());
    assertTrue(
        result
            .err()
            .matches(
                "demo/down 503 overloaded → demo/flaky 429 rate limit → demo/swift answered"
                    + " \\(\\+\\d\\.\\d\\d s\\)\n"),
        result.err());
    JsonNode attempts =
        json(cli().run("fallback", "--json", "-m", "demo/down,demo/flaky,demo/swift", "hi"))
            .path("attempts");
    assertEquals(
        List.of("failed 503", "failed 429", "answered 200"),
        List.of(0, 1, 2).stream()
            .map(attempts::path)
            .map(a -> a.path("outcome").asText() + " " + a.path("status").asInt())
            .toList());
  }

  @Test
  void allFailedListsEveryCandidate() {
    Result result =
        cli().run("fallback", "--max-retries", "0", "-m", "demo/down,demo/refuse", "hi");
    assertEquals(11, result.code());
    assertEquals(
        """
        error: all failed
          none of the 2 models answered
          → mend what the lines below say, or add another model to the chain
          demo/down 503 overloaded: The simulated model down is always overloaded. Please try another one.
          demo/refuse 400 policy: The prompt was refused by the content policy of the simulated model refuse.
        """,
        result.err());
  }

  @Test
  void triggersDecideWhatMovesOn() {
    assertEquals(
        5, cli().run("fallback", "--on", "timeout,429", "-m", "demo/down,demo/swift", "hi").code());
    assertEquals(
        0, cli().run("fallback", "--on", "5xx", "-m", "demo/down,demo/swift", "hi").code());
    Result unknown = cli().run("fallback", "--on", "rainy", "-m", "demo/down,demo/swift", "hi");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("unknown error class \"rainy\"; known: "), unknown.err());
  }

  @Test
  void aCutAnswerOnTheScreenIsNotTakenBackButUnseenItIs() throws IOException {
    assertEquals(12, cli().run("fallback", "-m", "demo/cut,demo/swift", "hi").code());
    JsonNode json = json(cli().run("fallback", "--json", "-m", "demo/cut,demo/swift", "hi"));
    assertEquals("demo/swift", json.path("model").asText());
    assertEquals("truncated", json.path("attempts").path(0).path("outcome").asText());
  }

  @Test
  void aModelThatCannotTakeThePromptIsSkipped() {
    Result result = cli().run("fallback", "-m", "demo/short,demo/swift", "word ".repeat(200));
    assertEquals(0, result.code());
    assertTrue(
        result
            .err()
            .matches("demo/short skipped: about \\d+ tokens do not fit its window of 64 → .*\n"),
        result.err());
  }

  @Test
  void theDefaultChainComesFromTheConfiguration() {
    CliRun cli = cli().config("chains: {default: {models: [demo/refuse, demo/swift]}}");
    assertEquals(0, cli.run("fallback", "hi").code());
    Result none = new CliRun(home.resolve("empty")).run("fallback", "hi");
    assertEquals(
        """
        error: usage
          no chain "default" is configured
          → name the models: medley fallback -m A,B,C "…"
        """,
        none.err());
  }

  @Test
  void thePriceGuardSkipsDearModels() {
    CliRun cli = cli().config("chains: {default: {models: [demo/down, demo/sage], max_price: 2x}}");
    Result result = cli.run("fallback", "hi");
    assertEquals(10, result.code());
    assertTrue(
        result
            .err()
            .contains("  demo/sage skipped: it is estimated to cost more than max_price 2x"),
        result.err());
  }

  // --- route

  @Test
  void routePicksByTheFirstRuleAndSaysWhy() throws IOException {
    Result result = cli().config(TASKS).run("route", "--json", "please summarize this");
    assertEquals(0, result.code());
    assertTrue(
        result
            .err()
            .matches(
                "task summary \\(rule 1: \"summarize\"\\) → demo/swift, est\\. \\$0\\.000\\d+\n"),
        result.err());
    JsonNode json = json(result);
    assertEquals("summary", json.path("route").path("task").asText());
    assertEquals(1, json.path("route").path("rule").asInt());
    assertEquals("Be brief.", json.path("system").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hi|task default (no rule matched) → demo/swift, est. ",
        "tl;dr of it|task summary (rule 1: \"tl;dr\") → demo/swift, est. ",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "|(rule 2: input_chars >100 (105)) → demo/steady, est. ",
      })
  void routeReasons(String prompt, String reason) {
    Result result = cli().config(TASKS).run("route", "--dry-run", prompt);
    assertTrue(result.err().startsWith(reason), result.err());
  }

  @Test
  void routeByTaskWalksItsChain() {
    Result result = cli().config(TASKS).run("route", "--task", "thinking", "hi");
    assertEquals(0, result.code());
    assertTrue(
        result
            .err()
            .startsWith(
                "task thinking (named by --task; chain careful) → demo/down, then demo/swift"),
        result.err());
    assertTrue(result.err().contains("demo/down 503 overloaded → demo/swift answered"));
  }

  @Test
  void anUnknownTaskListsTheKnownOnes() {
    Result result = cli().config(TASKS).run("route", "--task", "sumary", "hi");
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              no task "sumary"
              → known tasks: summary, thinking, default
            """),
        result);
  }

  // --- models, config, usage

  @Test
  void modelsListsWhatCanBeUsed() throws IOException {
    String table = cli().config("models: {mine: {id: demo/sage}}").run("models").out();
    assertTrue(table.startsWith("name "), table);
    assertTrue(
        table.contains("\nmine         demo/sage    200k       3       15  not needed\n"), table);
    assertFalse(table.contains("openai/"), table);
    String withKey = cli().variable("OPENAI_API_KEY", "k").run("models", "gpt-4o-mini").out();
    assertTrue(withKey.contains("openai/gpt-4o-mini"), withKey);
    assertTrue(withKey.contains("present"), withKey);
    assertTrue(json(cli().run("models", "--json")).path("models").size() > 8);
  }

  @Test
  void configInitWritesAFileThatOnlyItsOwnerReadsAndThatChecks() throws IOException {
    Path file = home.resolve(".config/medley/config.yaml");
    assertEquals(file + "\n", cli().run("config", "path").out());
    assertEquals("wrote " + file + "\n", cli().run("config", "init").out());
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertEquals(
          Set.of("OWNER_READ", "OWNER_WRITE"),
          Set.copyOf(Files.getPosixFilePermissions(file).stream().map(Enum::name).toList()));
    }
    assertEquals("~/.config/medley/config.yaml: ok\n", cli().run("config", "check").out());
    assertEquals(2, cli().run("config", "init").code());
    assertEquals(0, cli().run("config", "init", "--force").code());
  }

  @Test
  void allProblemsOfAConfigurationAreReportedTogether() {
    Result result =
        cli()
            .config(
                """
                defualt_model: demo/swift
                models: {fast: {id: demmo/swift}}
                network: {timeout: soon}
                """)
            .run("ask", "hi");
    String file = home.resolve(".config/medley/config.yaml").toString();
    assertEquals(3, result.code());
    assertTrue(result.err().startsWith("error: config\n  3 problems in the configuration\n"));
    assertTrue(result.err().contains("  " + file + ":1: defualt_model: "), result.err());
    assertTrue(result.err().contains("  " + file + ":2: models.fast.id: "), result.err());
    assertTrue(result.err().contains("  " + file + ":3: network.timeout: "), result.err());
  }

  @Test
  void configShowSaysWhereEachValueCameFrom() {
    Result result =
        cli()
            .config("default_model: demo/swift\n")
            .variable("MEDLEY_NETWORK_TIMEOUT", "9s")
            .run("config", "show");
    assertEquals(
        "default_model: demo/swift  # "
            + home.resolve(".config/medley/config.yaml")
            + ":1\nnetwork:\n  timeout: 9s  # environment MEDLEY_NETWORK_TIMEOUT\n",
        result.out());
  }

  @ParameterizedTest(name = "medley {0}: {1}")
  @CsvSource({
    "aks hi, did you mean ask?",
    "ask --jsn hi, did you mean --json?",
    "config shw, did you mean show?",
    "frobnicate, medley --help shows what it takes",
  })
  void aMistypedWordGetsTheNearestOne(String line, String hint) {
    Result result = cli().run(line.split(" "));
    assertEquals(2, result.code());
    assertTrue(result.err().endsWith("  → " + hint + "\n"), result.err());
  }

  @Test
  void versionAndHelp() {
    assertEquals("medley dev\n", cli().run("--version").out());
    assertTrue(cli().run("--help").out().startsWith("Usage: medley "));
    assertTrue(cli().run("ask", "--help").out().contains("Examples:\n  medley ask -m demo/swift"));
    assertEquals(cli().run().out(), cli().run("--help").out());
  }
}
