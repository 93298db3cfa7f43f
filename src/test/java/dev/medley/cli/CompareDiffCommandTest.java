package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.chat.FailureKind;
import dev.medley.compare.Results;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareDiffCommandTest {
  @TempDir Path home;
  private final List<CaseResult> before = new ArrayList<>();
  private final List<CaseResult> after = new ArrayList<>();

  private Result diff(String... options) {
    List<String> args = new ArrayList<>(List.of("compare", "diff", "a.jsonl", "b.jsonl"));
    args.addAll(List.of(options));
    return new CliRun(home)
        .file("a.jsonl", text(before))
        .file("b.jsonl", text(after))
        .run(args.toArray(new String[0]));
  }

  private static String text(List<CaseResult> results) {
    return results.stream().map(ResultLine::write).collect(Collectors.joining("\n", "", "\n"));
  }

  private void sixCases() {
    for (int i = 1; i <= 6; i++) {
      before.add(Results.of("case" + i).answers("m", "the old answer", 100 + i));
      after.add(
          Results.of("case" + i)
              .answers("m", "the " + (i == 2 ? "new" : "old") + " answer", 150 + i));
    }
  }

  @Test
  void nothingWorse() {
    sixCases();
    Result result = diff();
    assertEquals(
        """
        a.jsonl → b.jsonl: 6 results in both
        model  cases         passed        p50 total             cost  answers changed
        lab/m      6  100 % → 100 %  0.10 s → 0.15 s  $0.006 → $0.006           1 of 6
        lab/m is slower by 0.05 s in the median (p = 0.031, Wilcoxon signed-rank, n = 6)
        """,
        result.out());
    assertEquals(0, result.code());
    assertEquals("", result.err());
  }

  @Test
  void whatPassedAndDoesNotAnyMoreIsExit100() {
    before.add(Results.of("x").checked("m", "Paris", true));
    after.add(Results.of("x").checked("m", "Lyon", false));
    before.add(Results.of("y").fails("m", FailureKind.OVERLOADED));
    after.add(Results.of("y").checked("m", "Paris", true));
    Result result = diff();
    assertEquals(
        """
        a.jsonl → b.jsonl: 2 results in both
        model  cases       passed        p50 total             cost  answers changed
        lab/m      2  50 % → 50 %  0.10 s → 0.10 s  $0.001 → $0.001           1 of 1
        lab/m: 1 fail now, 1 pass now; too few cases for a claim
        lab/m: no claim about speed, fewer than 5 answers in both
        lab/m: overloaded 1 → 0
        fails now   lab/m  x  “prompt of x”  contains: Paris
        passes now  lab/m  y  “prompt of y”  was: overloaded
        """,
        result.out());
    assertEquals(100, result.code());
  }

  @Test
  void answersWordByWord() {
    sixCases();
    Result result = diff("--show");
    assertTrue(
        result.out().endsWith("\n── lab/m  case2 ──\nthe [-old-]{+new+} answer\n"), result.out());
  }

  @Test
  void asADocument() throws Exception {
    sixCases();
    JsonNode document = JsonMapper.builder().build().readTree(diff("--json").out());
    assertEquals("compare diff", document.path("command").asText());
    assertEquals(6, document.path("matched").asInt());
    assertEquals(0.03125, document.at("/models/0/latency_ms/p").asDouble());
    assertEquals("Wilcoxon signed-rank", document.at("/models/0/latency_ms/test").asText());
    assertEquals(50, document.at("/models/0/latency_ms/p50_difference").asDouble());
    assertEquals(1, document.at("/models/0/passed/p").asDouble());
    assertEquals("case2", document.at("/changed_answers/0/case").asText());
    assertEquals(0, document.path("flips").size());
  }

  @Test
  void whatIsNoRunIsWrongUsage() {
    sixCases();
    CliRun cli = new CliRun(home).file("a.jsonl", text(before)).file("c.jsonl", "x\ny\n");
    Result missing = cli.run("compare", "diff", "a.jsonl", "nothing.jsonl");
    assertEquals(2, missing.code());
    assertTrue(missing.err().contains("no such file: nothing.jsonl"), missing.err());
    Result other = cli.run("compare", "diff", "a.jsonl", "c.jsonl");
    assertEquals(2, other.code());
    assertTrue(other.err().contains("c.jsonl holds no results"), other.err());
    assertEquals(2, cli.run("compare", "diff", "a.jsonl").code());
    assertEquals(2, diff("--show", "--json").code());
  }

  @Test
  void runsWithNothingInCommonCannotBeCompared() {
    before.add(Results.of("x").answers("m", "a", 1));
    after.add(Results.of("y").answers("m", "a", 1));
    Result result = diff();
    assertEquals(2, result.code());
    assertTrue(result.err().contains("no result in common"), result.err());
  }
}
