package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.Kept;
import dev.medley.history.History;
import dev.medley.history.PastRun;
import dev.medley.history.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  @TempDir private Path home;

  private Path file() {
    return home.resolve(".local/share/medley/history.db");
  }

  private Result run(String... args) {
    return new CliRun(home).run(args);
  }

  private void keep(PastRun... runs) {
    try (Store store = new Store(file(), why -> {})) {
      Stream.of(runs).forEach(new History(store)::append);
    }
  }

  private static Instant ago(Duration age) {
    return Instant.now().minus(age);
  }

  private void three() {
    keep(
        Kept.run("aaa-1", ago(Duration.ofDays(40)), "old sky", "it was blue"),
        Kept.failure("aab-2", ago(Duration.ofDays(3)), "sea and sky"),
        Kept.run("bbb-3", ago(Duration.ofMinutes(1)), "Ämter und Bäume", "「模型路由」很有用"));
  }

  private List<String> ids(String... args) throws Exception {
    Result result = run(args);
    assertEquals("", result.err());
    JsonNode runs = new JsonMapper().readTree(result.out()).get("runs");
    return IntStream.range(0, runs.size()).mapToObj(i -> runs.get(i).get("id").asText()).toList();
  }

  @Test
  void beforeAnythingWasKept() {
    String kindly = "nothing is kept yet; try medley ask -m demo/swift \"hi\"\n";
    assertEquals(new Result(0, "", kindly), run("history"));
    assertEquals(new Result(0, "", kindly), run("history", "list"));
    assertEquals(new Result(0, "", kindly), run("history", "show"));
    assertEquals(new Result(0, "", kindly), run("history", "search", "sky"));
    assertEquals(new Result(0, "", kindly), run("history", "prune", "--older-than", "1d"));
    assertEquals(new Result(0, "", ""), run("history", "export"));
    assertEquals(new Result(0, file() + "\n", kindly), run("history", "path"));
    assertEquals(2, run("history", "show", "abc").code());
    assertFalse(Files.exists(home.resolve(".local")));
  }

  @Test
  void whatWasAskedIsListed() {
    assertEquals(0, run("ask", "-m", "demo/swift", "Why is the sky blue?").code());
    Result list = run("history");
    assertTrue(list.out().contains("demo/swift"), list.out());
    assertTrue(list.out().contains("Why is the sky blue?"), list.out());
    Result shown = run("history", "show", "-r");
    assertTrue(shown.out().contains("Simulated by demo/swift"), shown.out());
  }

  @Test
  void theLatestFirstAndFiltered() throws Exception {
    three();
    assertEquals(List.of("bbb-3", "aab-2", "aaa-1"), ids("history", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "list", "-N", "1", "--json"));
    assertEquals(List.of("aab-2"), ids("history", "list", "--failed", "--json"));
    assertEquals(List.of("bbb-3", "aab-2"), ids("history", "--since", "7d", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "--since", "2h", "--json"));
    assertEquals(3, ids("history", "--since", "2020-01-01", "--json").size());
    assertEquals(3, ids("history", "-m", "one", "--json").size());
    assertEquals(3, ids("history", "-m", "lab/*", "--json").size());
    assertEquals(List.of(), ids("history", "-m", "lab/on", "--json"));
    assertEquals(List.of(), ids("history", "--task", "cheap", "--json"));
  }

  @Test
  void wordsAreFound() throws Exception {
    three();
    assertEquals(List.of("aab-2", "aaa-1"), ids("history", "search", "sky", "--json"));
    assertEquals(List.of("aaa-1"), ids("history", "search", "sky", "BLUE", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "search", "baume", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "search", "bau*", "--json"));
    assertEquals(List.of(), ids("history", "search", "bau", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "search", "路由", "--json"));
    assertEquals(List.of("bbb-3"), ids("history", "search", "路由", "und", "--json"));
    assertEquals(List.of("aab-2"), ids("history", "search", "sky", "--failed", "--json"));
    Result shown = run("history", "search", "blue");
    assertTrue(shown.out().endsWith("lab/one\n  it was blue\n"), shown.out());
    assertTrue(run("history", "search", "路由").out().endsWith("\n  「模型路由」很有用\n"));
  }

  @Test
  void whateverIsLookedForIsNoSyntax() {
    three();
    for (String odd :
        List.of(
            "\"",
            "sky\"",
            "sky AND",
            "NEAR(sky",
            "prompt:sky",
            "-sky",
            "^sky",
            "sky*",
            "*sky",
            "(sky OR",
            "a\"b\"c",
            "sky + sea",
            "{prompt answer}: sky",
            "sky'; DROP TABLE runs",
            "NOT sky",
            "\\",
            "%",
            "日\"本")) {
      Result result = run("history", "search", "--", odd);
      assertTrue(result.code() == 0 || result.err().contains("no words to look for"), odd);
      assertFalse(result.err().contains("warning"), odd + result.err());
    }
  }

  @Test
  void anIdMayBeShortAsLongAsItIsClear() {
    three();
    assertTrue(run("history", "show", "b").out().startsWith("bbb-3 · "));
    assertTrue(run("history", "show", "aaa-1").out().startsWith("aaa-1 · "));
    assertTrue(run("history", "show").out().startsWith("bbb-3 · "));
    assertEquals(
        "error: usage\n  several ids begin with aa\n  → such as aab-2, aaa-1\n",
        run("history", "show", "aa").err());
    assertEquals(
        "error: usage\n  no run \"x%\" in the history\n  → medley history list shows the ids\n",
        run("history", "show", "x%").err());
  }

  @Test
  void whatAModelSaidCommandsNoTerminal() {
    String evil = "a\u001b]0;owned\u0007\u001b[2Jb\u202ec";
    keep(Kept.run("evil", ago(Duration.ofMinutes(1)), "say " + evil, evil));
    for (String[] line :
        new String[][] {
          {"history"}, {"history", "show"}, {"history", "show", "-r"}, {"history", "search", "say"}
        }) {
      String out = new CliRun(home).onTerminal().run(line).out();
      assertFalse(out.contains("\u001b]") || out.contains("\u001b[2J"), out);
      assertFalse(out.contains("\u0007") || out.contains("\u202e"), out);
    }
    assertTrue(run("history", "show", "-r").out().contains(evil));
  }

  @Test
  void anExportHoldsEverything() throws Exception {
    three();
    String[] lines = run("history", "export").out().split("\n");
    assertEquals(3, lines.length);
    JsonNode first = new JsonMapper().readTree(lines[0]);
    assertEquals("aaa-1", first.get("id").asText());
    assertEquals(1, first.get("attempts").size());
    JsonNode document =
        new JsonMapper().readTree(run("history", "export", "--format", "json").out());
    assertEquals(3, document.get("runs").size());
    assertEquals(first, document.at("/runs/0"));
    assertTrue(run("history", "export", "--format", "csv").out().startsWith("id,datetime_utc,"));
    assertEquals(2, run("history", "export", "--format", "xml").code());
  }

  @Test
  void anExportOfManyPages() throws Exception {
    keep(
        IntStream.range(0, 450)
            .mapToObj(i -> Kept.run("r" + i, ago(Duration.ofHours(1)), "p" + i, "a"))
            .toArray(PastRun[]::new));
    List<String> lines = run("history", "export").out().lines().toList();
    assertEquals(450, lines.size());
    assertTrue(lines.get(449).contains("\"r449\""));
  }

  @Test
  void whatIsPrunedIsGoneFromTheFile() throws Exception {
    three();
    assertEquals(
        "would forget 1 run\n", run("history", "prune", "--older-than", "30d", "--dry-run").err());
    assertEquals("forgot 1 run\n", run("history", "prune", "--older-than", "30d").err());
    assertEquals(List.of("bbb-3", "aab-2"), ids("history", "--json"));
    assertEquals(List.of("aab-2"), ids("history", "search", "sky", "--json"));
    String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("it was blue"));
    assertFalse(bytes.contains("blue"));
    assertEquals(2, run("history", "prune").code());
    assertEquals(2, run("history", "prune", "--older-than", "30").code());
    assertEquals("forgot 2 runs\n", run("history", "prune", "--older-than", "0d").err());
  }

  @Test
  void aFileOfNoUseEndsTheCommand() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "This is not a database, and long enough to tell. ".repeat(100));
    Result result = run("history");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("it is damaged"), result.err());
  }

  @Test
  void aReaderThatGoesAwayIsNoTrouble() {
    three();
    Result result = new CliRun(home).readerLeavesAfter(20).run("history", "export");
    assertEquals(new Result(0, "", ""), result);
  }
}
