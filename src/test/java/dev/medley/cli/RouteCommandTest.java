package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCommandTest {
  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
  private static final String CONFIG =
      """
      default_model: demo/swift
      models:
        quick: {id: demo/swift}
        wise: {id: demo/sage}
      tasks:
        translate: {models: [wise, quick], prefer: cheap, system: "Be exact."}
        hard: {tier: large, options: {max_tokens: 50}}
        tight: {models: [wise, demo/steady], max_cost: 0.00001}
        java: {model: wise}
        night: {model: wise}
      rules:
        - {task: java, when: {has_file: "*.java"}}
        - {task: night, when: {time: "22:00-06:00", env: NIGHTLY}}
        - {task: hard, when: {any: ["/prove|proof/i"]}}
      """;

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home).config(CONFIG);
  }

  private static JsonNode json(Result result) throws IOException {
    return new JsonMapper().readTree(result.out());
  }

  @Test
  void theExplanationSendsNothingAndIsTheDecision() throws IOException {
    Result result = cli().run("route", "--explain", "--json", "a Proof, please");
    assertEquals(0, result.code());
    assertEquals("", result.err());
    JsonNode route = json(result).get("route");
    assertEquals("hard", route.get("task").textValue());
    assertEquals(3, route.get("rule").intValue());
    assertEquals("[\"rule 3: /prove|proof/i\"]", route.get("reasons").toString());
    assertEquals("demo/sage", route.get("winner").textValue());
    assertEquals("large", route.get("candidates").get(0).get("tier").textValue());
    assertEquals("has file *.java (none such)", route.get("rules").get(0).get("why").textValue());
    assertEquals("en", route.get("features").get("language").textValue());

    JsonNode asked = json(cli().run("route", "--json", "a Proof, please"));
    assertEquals(route, asked.get("route"));
    assertEquals("demo/sage", asked.get("model").textValue());
  }

  @Test
  void theExplanationAsLines() {
    Result result = cli().run("route", "--explain", "--auto", "Translate to German: good morning");
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("prompt      about "), result.out());
    assertTrue(result.out().contains("classifier  sure: "), result.out());
    assertTrue(result.out().contains("* demo/swift"), result.out());
    assertTrue(result.out().contains("\nrunner-up   demo/sage, if its estimate were below $"));
    assertTrue(result.out().endsWith("nothing was sent\n"), result.out());
  }

  @Test
  void whatIsClassifiedGoesWithWhatTheTaskSets() throws IOException {
    Result result = cli().run("route", "--auto", "--json", "Translate to German: good morning");
    assertTrue(result.err().startsWith("task translate (auto: translate "), result.err());
    assertTrue(result.err().contains("; cheapest of 2) → demo/swift, est. $"), result.err());
    assertEquals("Be exact.", json(result).get("system").textValue());
  }

  @Test
  void autoInTheConfigurationAndItsOpposite() {
    CliRun auto = new CliRun(home).config(CONFIG + "auto: true\n");
    String prompt = "Translate to German: good morning";
    assertTrue(auto.run("route", "--dry-run", prompt).err().startsWith("task translate (auto: "));
    assertTrue(
        auto.run("route", "--dry-run", "--no-auto", prompt)
            .err()
            .startsWith("task default (no rule matched)"));
    assertTrue(
        auto.run("route", "--dry-run", "good morning!")
            .err()
            .startsWith("task default (auto: it is chat, and no task has that name) → demo/swift"));
  }

  @Test
  void aTasksTemplateGoesRoundThePrompt() throws IOException {
    String templates =
        """
        templates:
          review: {system: "You review.", prompt: "Review this:\\n{{input}}\\nBe {{tone}}.", variables: {tone: kind}, options: {seed: 7, top_p: 0.5}}
          open: {prompt: "{{what}}"}
          form: {prompt: "x", schema: {type: object}}
        tasks:
          review: {model: wise, template: review, options: {seed: 8}}
        """;
    CliRun cli = new CliRun(home).config("models: {wise: {id: demo/sage}}\n" + templates);
    JsonNode body = json(cli.run("route", "--dry-run", "--task", "review", "my essay")).get("body");
    assertEquals("You review.", body.at("/messages/0/content").textValue());
    assertEquals("Review this:\nmy essay\nBe kind.", body.at("/messages/1/content").textValue());
    assertEquals("8 0.5", body.get("seed") + " " + body.get("top_p"));

    // Another template on the command line, and the user's own words, come first.
    JsonNode own =
        json(cli.run("route", "--dry-run", "--task", "review", "-t", "open", "-p", "what=hm", "x"))
            .get("body");
    assertEquals("hm\n\nx", own.at("/messages/0/content").textValue());

    Result wrong =
        new CliRun(home)
            .config(
                templates.replace("template: review", "template: open")
                    + "  two: {template: form}\n  three: {template: reviw}\n")
            .run("route", "hi");
    assertEquals(3, wrong.code());
    assertTrue(
        wrong.err().contains("tasks.review.template: needs a value for what: use it with -t"));
    assertTrue(wrong.err().contains("tasks.two.template: says what the answer has to be"));
    assertTrue(
        wrong
            .err()
            .contains("tasks.three.template: no template \"reviw\" (did you mean \"review\"?)"),
        wrong.err());
  }

  @Test
  void modelsOfTheCommandLineAndAnObjective() {
    Result result =
        cli().run("route", "--dry-run", "-m", "quick,wise", "--prefer", "best", "good morning");
    assertTrue(
        result
            .err()
            .startsWith(
                "task default (no rule matched; models named by -m; best of 2: large) → demo/sage"),
        result.err());
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              --prefer: "quick" is none of cheap, fast, best, balanced
              → such as --prefer cheap, the lowest estimate for this prompt
            """),
        cli().run("route", "--prefer", "quick", "hi"));
  }

  @Test
  void whoLosesByTheObjectiveDoesNotStandIn() throws IOException {
    Result result =
        cli()
            .run(
                "route",
                "--json",
                "--max-retries",
                "0",
                "-m",
                "demo/down,wise",
                "--prefer",
                "cheap",
                "hi");
    assertEquals(5, result.code());
    assertTrue(result.err().contains("cheapest of 2) → demo/down, est. $"), result.err());
    JsonNode attempts = json(result).get("attempts");
    assertEquals(1, attempts.size());
    assertEquals("demo/down", attempts.get(0).get("model").textValue());
  }

  @Test
  void aChainIsWalkedByThoseWithinTheLimitsOfTheTask() throws IOException {
    CliRun cli =
        new CliRun(home)
            .config(
                """
                chains: {all: {models: [demo/down, demo/sage, demo/swift]}}
                tasks: {careful: {chain: all, max_cost: 0.001}}
                """);
    Result result = cli.run("route", "--json", "--task", "careful", "--prefer", "best", "hi");
    assertEquals(0, result.code());
    assertTrue(
        result
            .err()
            .startsWith(
                "task careful (named by --task; chain all, which keeps its order)"
                    + " → demo/down, then demo/swift, est. $"),
        result.err());
    JsonNode attempts = json(result).get("attempts");
    assertEquals("[demo/down, demo/swift]", attempts.findValuesAsText("model").toString());
  }

  @Test
  void nobodyMayTakeIt() {
    Result result = cli().run("route", "--task", "tight", "good morning");
    assertEquals(10, result.code());
    assertEquals(
        """
        task tight (named by --task) → no model may take it
        error: budget
          none of the 2 models may take this prompt
          → mend what the lines below say, or add another model to the task
          demo/sage: est. $0.007521, the most is $0.00001
          demo/steady: est. $0.0012042, the most is $0.00001
        """,
        result.err());
    assertEquals(10, cli().run("route", "--explain", "--task", "tight", "good morning").code());
  }

  @Test
  void whomTheBudgetWouldStopIsNotChosen() {
    String[] command = {"route", "-m", "wise,quick", "--max-cost", "0.01", "good morning"};
    Result result = cli().run(command);
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result
            .err()
            .startsWith(
                "task default (no rule matched; models named by -m; demo/sage: its worst case is"
                    + " $0.1229, --max-cost is $0.01) → demo/swift"),
        result.err());
  }

  @Test
  void whatAnswersTeachIsAskedFromTheHistory() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertEquals(0, cli().run("ask", "-m", "demo/sage", "hi").code());
    }
    assertEquals(0, cli().run("ask", "-m", "demo/swift", "hi").code());
    Result result =
        cli().run("route", "--explain", "--json", "-m", "quick,wise", "--prefer", "fast", "hi");
    JsonNode route = json(result).get("route");
    assertEquals("demo/sage", route.get("winner").textValue());
    JsonNode quick = route.get("candidates").get(0).get("observed");
    assertEquals("1 false", quick.get("samples") + " " + quick.get("trusted"));
    JsonNode wise = route.get("candidates").get(1).get("observed");
    assertEquals("5 true", wise.get("samples") + " " + wise.get("trusted"));
    assertTrue(wise.get("latency_p50_ms").doubleValue() > 0);

    // Nobody answers within a microsecond: who was measured is out, and the other is taken.
    Result quickest =
        cli().run("route", "--dry-run", "-m", "wise,quick", "--max-latency", "0.001ms", "hi");
    assertTrue(quickest.err().contains("→ demo/swift"), quickest.err());
    assertTrue(quickest.err().contains("demo/sage: p50 "), quickest.err());
  }

  @Test
  void aFileOfPromptsAndWhatDiffers() {
    cli()
        .file(
            "cases.yaml",
            """
            - {prompt: "look at this", files: [src/Main.java], task: java, model: wise}
            - {prompt: "nightly report", at: 2026-11-25T23:00, env: {NIGHTLY: "1"}, task: night}
            - {prompt: "nightly report", at: 2026-11-25 12:00, env: {NIGHTLY: "1"}, task: default}
            - {prompt: "prove it", model: demo/sage}
            - {prompt: "prove it", task: default}
            """);
    Result result = cli().run("route", "--test", "cases.yaml");
    assertEquals(100, result.code());
    assertEquals("", result.err());
    assertEquals(
        """
        cases.yaml:5  prove it
          expected  task default
          got       task hard (rule 3: /prove|proof/i) → demo/sage, est. $0.00077

        expected (rows) and taken (columns)
                       1    2    3    4
         1  java       1    ·    ·    ·
         2  night      ·    1    ·    ·
         3  default    ·    ·    1    1
         4  hard       ·    ·    ·    ·

        4 of 5 as expected (80.0 %)
        estimated spend ~$0.0168; always demo/sage: ~$0.0241 (30 % less)
        """,
        result.out());
  }

  @Test
  void aFileOfPromptsAsJson() throws IOException {
    cli()
        .file(
            "cases.jsonl",
            """
            {"prompt": "prove it", "task": "hard"}

            {"prompt": "Übersetze das ins Englische: \\"hallo\\"", "task": "translate"}
            """);
    Result result = cli().run("route", "--auto", "--json", "--test", "cases.jsonl");
    assertEquals(0, result.code());
    JsonNode totals = json(result).get("totals");
    assertEquals(
        "2 2 1.0", totals.get("cases") + " " + totals.get("passed") + " " + totals.get("accuracy"));
    assertEquals("demo/sage", totals.get("dearest").get("model").textValue());
    assertEquals(
        "{\"hard\":{\"hard\":1},\"translate\":{\"translate\":1}}",
        json(result).get("confusion").toString());
    assertEquals("cases.jsonl:3", json(result).get("results").get(1).get("source").textValue());
  }

  @Test
  void whatIsWrongInAFileOfPromptsIsToldWithItsLine() {
    cli()
        .file(
            "cases.yaml",
            """
            - {prompt: x, tsk: y}
            - 3
            - {prompt: x, task: hrad, at: noon}
            - {task: hard}
            """);
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              6 problems in cases.yaml
              → a case is {prompt: "…", task: NAME} or {prompt: "…", model: NAME}
              cases.yaml:1: [1].tsk: unknown key (did you mean "task"?)
              cases.yaml:1: [1]: needs the task or the model that is expected
              cases.yaml:2: [2]: expected a map, found a single value
              cases.yaml:3: [3].task: no task "hrad" (did you mean "hard"?)
              cases.yaml:3: [3].at: "noon" is no local time, such as 2026-11-25T22:30
              cases.yaml:4: [4]: needs a prompt
            """),
        cli().run("route", "--test", "cases.yaml"));
    assertEquals(2, cli().file("empty.yaml", "").run("route", "--test", "empty.yaml").code());
  }

  @Test
  void theExampleDoesWhatItsPromptsSay() {
    Result result =
        new CliRun(home)
            .run(
                "route",
                "--config",
                EXAMPLES.resolve("routing.yaml").toString(),
                "--test",
                EXAMPLES.resolve("routing-prompts.yaml").toString());
    assertEquals(0, result.code(), result.out() + result.err());
    assertTrue(result.out().contains("11 of 11 as expected (100.0 %)"), result.out());
    assertTrue(result.out().contains("always tokenbay/claude-3-5-sonnet: "), result.out());
  }
}
