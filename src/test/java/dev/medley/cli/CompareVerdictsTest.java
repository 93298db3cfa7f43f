package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statistics, agreement, judge and vote, from the command line to the simulated models and back.
 */
class CompareVerdictsTest {
  private static final String ABOUT = "Explain caching";

  @TempDir Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  private static JsonNode json(Result result) throws Exception {
    return JsonMapper.builder().build().readTree(result.out());
  }

  private static List<String> from(String start, Result result) {
    return result.out().lines().dropWhile(line -> !line.startsWith(start)).toList();
  }

  @Test
  void theJudgeLikesLongAnswersAndIsPaidApart() {
    Result result =
        cli()
            .run(
                "compare",
                "-m",
                "demo/swift,demo/sage",
                "--judge",
                "demo/judge",
                "--criteria",
                "says more",
                ABOUT);
    List<String> lines = from("the two answers differ", result);
    assertEquals("judged      score  95 % interval  wins  ties  losses", lines.get(1));
    assertEquals("demo/sage    1131              –     1     0       0", lines.get(2));
    assertEquals("demo/swift    869              –     0     0       1", lines.get(3));
    assertTrue(lines.get(4).startsWith("demo/sage over demo/swift: One has "), lines.get(4));
    assertEquals("no claim about quality: fewer than 5 judged prompts", lines.get(5));
    assertTrue(
        lines
            .get(6)
            .matches("judge demo/judge: 2 requests, \\$0\\.000\\d+, apart from the sums above"),
        lines.get(6));
    assertEquals(0, result.code());
  }

  @Test
  void whoDoesNotLookOnIsNotToldToWait() {
    String[] judged = {
      "compare", "-m", "demo/swift,demo/sage", "--judge", "demo/judge", "--criteria", "x", ABOUT
    };
    String told = "demo/judge judges the answers …\n";
    assertFalse(cli().run(judged).err().contains(told), "nobody looks on");
    String[] quiet = Arrays.copyOf(judged, judged.length + 1);
    quiet[judged.length] = "--quiet";
    assertFalse(cli().onTerminal().run(quiet).err().contains(told));
  }

  @Test
  void asADocument() throws Exception {
    JsonNode document =
        json(
            cli()
                .run(
                    "compare",
                    "-m",
                    "demo/swift,demo/sage",
                    "--judge",
                    "demo/judge",
                    "--criteria",
                    "says more",
                    "--diff",
                    "--json",
                    ABOUT));
    assertEquals("demo/judge", document.at("/judge/model").asText());
    assertEquals("second", document.at("/judge/verdicts/0/preference").asText());
    assertEquals(2, document.at("/judge_fee/requests").asInt());
    assertTrue(document.at("/judge_fee/cost/usd").decimalValue().signum() > 0);
    assertFalse(document.at("/totals/cost/usd").equals(document.at("/judge_fee/cost/usd")));
    assertEquals(1, document.at("/agreement/none").asInt());
    assertEquals("demo/sage", document.at("/diffs/0/after").asText());
    assertTrue(document.at("/diffs/0/similarity").asDouble() < 0.9);
  }

  @Test
  void nobodyJudgesItselfUnlessTold() {
    String[] asked = {
      "compare", "-m", "demo/judge,demo/sage", "--judge", "demo/judge", "--criteria", "x", ABOUT
    };
    Result refused = cli().run(asked);
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("demo/judge would judge itself"), refused.err());
    assertEquals("", refused.out());
    String[] told = Arrays.copyOf(asked, asked.length + 1);
    told[asked.length] = "--allow-self-judge";
    assertEquals(0, cli().run(told).code());
  }

  @Test
  void whatAJudgeNeeds() {
    Result without =
        cli().run("compare", "-m", "demo/swift,demo/sage", "--judge", "demo/judge", ABOUT);
    assertEquals(2, without.code());
    assertTrue(without.err().contains("--criteria"), without.err());
    assertEquals(2, cli().run("compare", "-m", "demo/swift", "--criteria", "x", ABOUT).code());
    Result check = cli().run("compare", "-m", "demo/swift", "--check", "judge: is nice", ABOUT);
    assertEquals(2, check.code());
    assertTrue(check.err().contains("--judge MODEL"), check.err());
  }

  @Test
  void aJudgeDecidesChecks() {
    Result passes =
        cli()
            .run(
                "compare",
                "-m",
                "demo/swift,demo/sage",
                "--judge",
                "demo/judge",
                "--check",
                "judge: is nice",
                ABOUT);
    assertEquals(0, passes.code(), passes.out() + passes.err());
    assertTrue(passes.out().contains("demo/swift passed its check"), passes.out());
    assertTrue(passes.out().contains("judge demo/judge: 2 requests"), passes.out());
    Result fails =
        cli()
            .run(
                "compare",
                "-m",
                "demo/swift",
                "--judge",
                "demo/judge",
                "--check",
                "judge: is nice",
                "--max-tokens",
                "2",
                ABOUT);
    assertEquals(100, fails.code(), fails.out() + fails.err());
  }

  @Test
  void whatTheJudgeCostsCountsForTheLimitAndIsInTheHistory() throws Exception {
    Result result =
        cli()
            .run(
                "compare",
                "-m",
                "demo/swift,demo/sage",
                "--judge",
                "demo/judge",
                "--criteria",
                "says more",
                "--max-tokens",
                "100",
                "--max-cost",
                "0.0018",
                "--json",
                ABOUT);
    JsonNode document = json(result);
    assertEquals(2, document.at("/totals/answered").asInt(), result.out() + result.err());
    assertEquals("budget", document.at("/judge/error/class").asText());
    assertEquals(1, document.at("/judge/failed").asInt());
    cli()
        .run(
            "compare",
            "-m",
            "demo/swift,demo/sage",
            "--judge",
            "demo/judge",
            "--criteria",
            "x",
            ABOUT);
    JsonNode runs = json(cli().run("history", "list", "--json", "-m", "demo/judge"));
    assertTrue(runs.toString().contains("\"judge\""), runs.toString());
  }

  @Test
  void manyRunsAreStatistics() throws Exception {
    Result result =
        cli().run("compare", "-m", "demo/swift,demo/sage", "--runs", "4", "--json", ABOUT);
    JsonNode statistics = json(result).at("/totals/statistics");
    assertEquals(4, statistics.at("/models/0/n").asInt());
    assertTrue(statistics.at("/models/0/latency_ms_p95").isNumber());
    assertTrue(statistics.at("/models/0/latency_ms_mean_interval").isNull(), "fewer than five");
    assertEquals(0, statistics.path("faster").size(), "no claim");
    Result text = cli().run("compare", "-m", "demo/swift,demo/sage", "--runs", "4", ABOUT);
    assertEquals(
        List.of(
            "no claim about speed: fewer than 5 answers",
            "agreement over 4 prompts and runs: all agree in 0, some in 0, none in 4"),
        from("no claim", text));
  }

  @Test
  void aBlindVoteIsKeptAndCounted() throws Exception {
    Result result =
        cli()
            .pressing("xB")
            .run(
                "compare",
                "-m",
                "demo/swift,demo/sage",
                "--blind",
                "--task",
                "prose",
                "--color",
                "never",
                ABOUT);
    String out = result.out();
    assertTrue(out.startsWith("asking 2 models; their answers come together\n\n── A ──\n"), out);
    int question = out.indexOf("Which is the best? A to B, t for a tie, n for none of them: B\n");
    assertTrue(question > out.indexOf("── B ──"), out);
    assertFalse(out.substring(0, question).contains("── demo/"), "no names before the choice");
    assertTrue(out.matches("(?s).*\nA demo/\\w+\nB demo/\\w+ ← your choice\n.*"), out);
    JsonNode votes = json(cli().run("history", "votes", "--json"));
    assertEquals(2, votes.path("votes").size());
    assertEquals("prose", votes.at("/votes/0/task").asText());
    assertEquals(1, votes.at("/votes/0/wins").asInt());
    assertEquals(0, votes.at("/votes/1/wins").asInt());
    assertTrue(
        out.contains(votes.at("/votes/0/model").asText() + " ← your choice"), votes.toString());
  }

  @Test
  void aVoteInTheDocument() throws Exception {
    Result result =
        cli()
            .pressing("t")
            .run("compare", "-m", "demo/swift,demo/sage", "--blind", "--json", "-n", ABOUT);
    JsonNode vote = json(result).path("vote");
    assertEquals("tie", vote.path("choice").asText());
    assertTrue(vote.path("model").isNull());
    assertFalse(vote.path("kept").asBoolean(), "-n keeps nothing");
    assertEquals(2, vote.path("order").size());
    assertTrue(result.err().contains("Which is the best?"), result.err());
    assertEquals(
        "no votes yet; cast one: medley compare --blind -m demo/swift,demo/sage \"hi\"\n",
        cli().run("history", "votes").err());
  }

  @Test
  void whoLeavesDoesNotVote() throws Exception {
    Result result =
        cli().pressing("").run("compare", "-m", "demo/swift,demo/sage", "--blind", "--json", ABOUT);
    assertTrue(json(result).path("vote").isNull(), result.out());
  }

  @Test
  void aVoteNeedsATerminalAndOnePrompt() {
    Result piped = cli().run("compare", "-m", "demo/swift,demo/sage", "--blind", ABOUT);
    assertEquals(2, piped.code());
    assertTrue(piped.err().contains("--blind needs a terminal"), piped.err());
    Result many =
        cli()
            .pressing("a")
            .run("compare", "-m", "demo/swift,demo/sage", "--blind", "--runs", "2", ABOUT);
    assertEquals(2, many.code());
    Result diff =
        cli().run("compare", "-m", "demo/swift,demo/sage", "--diff", "--runs", "2", ABOUT);
    assertEquals(2, diff.code());
  }
}
