package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareMatrixTest {
  private static final String ANSWER =
      """
      {"model":"m","choices":[{"message":{"content":"Paris"},"finish_reason":"stop"}],
       "usage":{"prompt_tokens":9,"completion_tokens":2}}""";
  private static final String BUSY = "{\"error\":{\"message\":\"slow down\"}}";
  private static final String ROWS = "land,capital\nFrance,Paris\nPeru,Lima\n";

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home).file("rows.csv", ROWS);
  }

  private static String[] asking(LoopbackServer server, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("compare", "--base-url", server.url("/v1").toString(), "--no-stream"));
    args.addAll(Arrays.asList(more));
    return args.toArray(new String[0]);
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }

  private static Set<String> sent(LoopbackServer server) throws IOException {
    return server.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .map(
            request -> {
              try {
                JsonNode body = json(request.body());
                return body.path("model").asText()
                    + ": "
                    + body.at("/messages/0/content").asText()
                    + (body.has("temperature") ? " at " + body.path("temperature") : "");
              } catch (IOException notJson) {
                throw new AssertionError(notJson);
              }
            })
        .collect(Collectors.toSet());
  }

  @Test
  void everyRowGoesToEveryModelAndTheTableSumsUp() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      Result result =
          cli()
              .run(
                  asking(
                      server,
                      "-m",
                      "a,b",
                      "--prompts",
                      "rows.csv",
                      "Capital of {{land}}?",
                      "--check",
                      "contains: {{capital}}"));
      assertEquals(ExitCode.CHECKS_FAILED, result.code(), result.err());
      assertEquals(
          Set.of(
              "a: Capital of France?",
              "b: Capital of France?",
              "a: Capital of Peru?",
              "b: Capital of Peru?"),
          sent(server));
      assertEquals(
          """
          model          ok  first p50  total p50  tokens  cost      passed
          127.0.0.1:P/a  2/2     0.00 s     0.00 s  18 → 4     –  50 % (1/2)
          127.0.0.1:P/b  2/2     0.00 s     0.00 s  18 → 4     –  50 % (1/2)
          did not pass: contains: Lima (2)
          """,
          result
              .out()
              .replaceAll("127.0.0.1:\\d+", "127.0.0.1:P")
              .replaceAll("\\d\\.\\d\\d s", "0.00 s")
              .replaceAll("model +ok", "model          ok")
              .replaceAll("(?s)\\nmodel +answered.*", "\n"));
      assertTrue(result.err().matches("4/4 · cost unknown · \\d+\\.\\d\\d s\n"), result.err());
    }
  }

  @Test
  void aLowerPassRateIsEnough() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      String[] args =
          asking(
              server,
              "-m",
              "a",
              "--prompts",
              "rows.csv",
              "Capital of {{land}}?",
              "--check",
              "contains: {{capital}}",
              "--pass-rate",
              "0.5");
      assertEquals(0, cli().run(args).code());
    }
  }

  @Test
  void resumingAsksOnlyWhatIsMissing() throws IOException {
    String[] more = {"-m", "a,b", "--prompts", "rows.csv", "Capital of {{land}}?", "-q"};
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      List<String> first = new ArrayList<>(List.of(asking(server, more)));
      first.addAll(List.of("--output", "run.jsonl"));
      assertEquals(0, cli().run(first.toArray(new String[0])).code());
      Path run = home.resolve("run.jsonl");
      List<String> lines = Files.readAllLines(run);
      assertEquals(4, lines.size());
      String torn = lines.get(3).substring(0, 40);
      Files.writeString(run, String.join("\n", lines.subList(0, 3)) + "\n" + torn);
      first.set(first.indexOf("--output"), "--resume");
      first.add("--json");
      Result resumed = cli().run(first.toArray(new String[0]));
      JsonNode document = json(resumed.out());
      assertEquals(4, document.path("results").size());
      assertEquals(4, document.at("/totals/answered").asInt());
      assertEquals(5, server.requests().stream().filter(r -> r.method().equals("POST")).count());
      assertEquals(4, Files.readAllLines(run).size());
      assertEquals(0, cli().run(first.toArray(new String[0])).code());
      assertEquals(5, server.requests().stream().filter(r -> r.method().equals("POST")).count());
    }
  }

  @Test
  void failuresAreAskedAgainOnlyWhenToldTo() throws IOException {
    WireScript busy = WireScript.answer(503, "Content-Type: application/json\r\n", BUSY);
    WireScript greeting = WireScript.answer(404, "", "");
    try (LoopbackServer server = LoopbackServer.running(greeting, busy, WireScript.json(ANSWER))) {
      String[] run =
          asking(
              server,
              "-m",
              "a",
              "--prompts",
              "rows.csv",
              "{{land}}?",
              "--output",
              "run.jsonl",
              "--max-retries",
              "0",
              "-j",
              "1");
      assertEquals(0, cli().run(run).code());
      run[Arrays.asList(run).indexOf("--output")] = "--resume";
      int before = server.requests().size();
      assertEquals(0, cli().run(run).code());
      String[] again = Arrays.copyOf(run, run.length + 1);
      again[run.length] = "--retry-failed";
      Result retried = cli().run(again);
      assertTrue(retried.out().contains("2/2"), retried.out());
      assertEquals(1, sentSince(server, before));
      assertEquals(3, Files.readAllLines(home.resolve("run.jsonl")).size());
    }
  }

  @Test
  void theChecksOfThisRunHoldForEarlierAnswers() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      String[] first =
          asking(server, "-m", "a", "--prompts", "rows.csv", "{{land}}?", "--output", "run.jsonl");
      assertEquals(0, cli().run(first).code());
      int before = server.requests().size();
      String[] resumed = Arrays.copyOf(first, first.length + 2);
      resumed[Arrays.asList(first).indexOf("--output")] = "--resume";
      resumed[first.length] = "--check";
      resumed[first.length + 1] = "contains: Lima";
      Result run = cli().run(resumed);
      assertEquals(100, run.code(), run.err());
      assertTrue(run.out().contains("0/2"), run.out());
      assertEquals(0, sentSince(server, before));
      List<String> lines = Files.readAllLines(home.resolve("run.jsonl"));
      assertEquals(4, lines.size(), "what was found is kept");
      assertEquals("contains: Lima", json(lines.get(3)).at("/checks/0/check").asText());
      assertEquals(100, cli().run(resumed).code());
      assertEquals(4, Files.readAllLines(home.resolve("run.jsonl")).size(), "once");
      resumed[first.length + 1] = "contains: Paris";
      assertEquals(0, cli().run(resumed).code());
    }
  }

  private static long sentSince(LoopbackServer server, int before) {
    return server.requests().stream()
        .skip(before)
        .filter(request -> request.method().equals("POST"))
        .count();
  }

  @Test
  void variantsAndRunsMultiply() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      Result result =
          cli()
              .run(
                  asking(
                      server, "-m", "a", "Hi", "--runs", "2", "-o", "temperature=0,0.7", "--json"));
      assertEquals(Set.of("a: Hi at 0", "a: Hi at 0.7"), sent(server));
      JsonNode results = json(result.out()).path("results");
      assertEquals(4, results.size());
    }
  }

  @Test
  void severalSystemPromptsAreVariants() throws IOException {
    Result result =
        cli().run("compare", "-m", "demo/swift", "-s", "One.", "-s", "Two.", "hi", "--dry-run");
    JsonNode requests = json(result.out()).path("requests");
    assertEquals(2, requests.size());
    assertEquals("Two.", requests.at("/1/body/messages/0/content").asText());
    assertEquals(2, cli().run("ask", "-m", "demo/swift", "-s", "a", "-s", "b", "hi").code());
  }

  @Test
  void aTemplateIsFilledFromTheRowsToo() throws IOException {
    Result result =
        cli()
            .config("templates: {cap: {prompt: 'Capital of {{land}}? {{how}}'}}")
            .run(
                "compare",
                "-m",
                "demo/swift",
                "-t",
                "cap",
                "-p",
                "how=Briefly.",
                "--prompts",
                "rows.csv",
                "--dry-run");
    assertEquals(
        "Capital of Peru? Briefly.",
        json(result.out()).at("/requests/1/body/messages/0/content").asText());
  }

  @Test
  void aSinglePromptIsCheckedAndKeptAsWell() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(ANSWER))) {
      String[] args =
          asking(
              server,
              "-m",
              "a,b",
              "Capital of France?",
              "--check",
              "equals: Rome",
              "--check",
              "json",
              "--output",
              "run.jsonl",
              "--json");
      Result result = cli().run(args);
      assertEquals(ExitCode.CHECKS_FAILED, result.code());
      assertEquals("equals: Rome", json(result.out()).at("/checks/0/check").asText());
      assertEquals(4, json(result.out()).path("checks").size());
      assertEquals(2, Files.readAllLines(home.resolve("run.jsonl")).size());
    }
  }

  @Test
  void whenTheMoneyIsGoneItStopsAndSaysSo() {
    Result result =
        cli()
            .run(
                "compare",
                "-m",
                "demo/sage",
                "--prompts",
                "rows.csv",
                "{{land}}",
                "--max-cost",
                "0.0000001",
                "--output",
                "run.jsonl");
    assertEquals(10, result.code(), result.err());
    assertTrue(result.err().contains("--max-cost"), result.err());
    assertTrue(
        result.err().endsWith("  → stopped early; go on with --resume run.jsonl\n"), result.err());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--prompts none.csv hi|no such file: none.csv",
        "--prompts rows.csv hi|the prompt has no {{name}}, so every row of rows.csv would ask the same",
        "--prompts rows.csv {{x}}|rows.csv:2: no value for {{x}}; its fields: land, capital",
        "--prompts rows.csv|rows.csv:2: no field \"prompt\", and none on the command line; its fields: land, capital",
        "--runs 0 hi|--runs is 0",
        "-j 0 hi|-j is 0",
        "-j 600 hi|-j is 600",
        "--pass-rate 2 hi|--pass-rate is 2",
        "--check contain:x hi|--check: no check \"contain\"; did you mean contains?",
        "--retry-failed --runs 2 hi|--retry-failed goes with --resume",
        "--resume none.jsonl hi|no such file: none.jsonl",
        "--resume rows.csv hi|rows.csv holds no results of medley compare",
        "--output rows.docx hi|--output rows.docx has no known ending",
      })
  void whatMakesNoSenseIsRefusedBeforeAnythingIsSent(String args, String message) {
    List<String> all = new ArrayList<>(List.of("compare", "-m", "demo/swift"));
    all.addAll(List.of(args.split(" ")));
    Result result = cli().run(all.toArray(new String[0]));
    assertEquals(2, result.code());
    assertEquals("", result.out());
    assertEquals("  " + message, result.err().lines().toList().get(1));
  }

  @Test
  void aFileOfResultsIsNotOverwritten() {
    CliRun cli = cli().file("run.jsonl", "{}\n");
    Result result =
        cli.run("compare", "-m", "demo/swift", "hi", "--runs", "2", "--output", "run.jsonl");
    assertEquals(
        """
        error: usage
          run.jsonl exists
          → go on with it: --resume run.jsonl, or name another file
        """,
        result.err());
  }
}
