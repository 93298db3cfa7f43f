package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.medley.Kept;
import dev.medley.Samples;
import dev.medley.history.Found;
import dev.medley.history.PastRun;
import dev.medley.render.terminal.DisplayWidth;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The history as people and programs read it. */
class HistoryPagesTest {
  private static final Instant NOON = Samples.NOON;
  private static final PastRun TODAY = Kept.run("aaaaaaaa-11111111", NOON, "why\n is it?", "so");
  private static final PastRun SAME_MILLISECOND =
      Kept.run("aaaaaaaa-22222222", NOON, "x\u001b[2J" + "long ".repeat(30), "so");
  private static final PastRun OLDER =
      Kept.failure("bbbbbbbb-33333333", NOON.minusSeconds(86_400), "hi");
  private static final PastRun OLDEST =
      Kept.run("cccccccc-44444444", NOON.minusSeconds(86_400 * 365), "hi", "there");

  private static HistoryTable table() {
    return new HistoryTable(NOON.plusSeconds(60), ZoneOffset.UTC, Style.PLAIN);
  }

  @Test
  void aList() {
    assertEquals(
        """
        id                 asked       model        result      cost  prompt
        aaaaaaaa-11111111  12:00       lab/one      1.24 s  $0.00013  why is it?
        aaaaaaaa-22222222  12:00       lab/one      1.24 s  $0.00013  x␛[2Jlong long lo…
        bbbbbbbb           22 Nov      lab/one  rate limit         –  hi
        cccccccc           2025-11-23  lab/one      1.24 s  $0.00013  hi
        """
            .strip(),
        String.join("\n", table().lines(List.of(TODAY, SAME_MILLISECOND, OLDER, OLDEST), 80)));
  }

  @Test
  void aListNeverGoesBeyondTheTerminal() {
    PastRun wide = Kept.run("dddddddd-55555555", NOON, "一".repeat(80), "so");
    for (String line : table().lines(List.of(TODAY, SAME_MILLISECOND, OLDEST, wide), 80)) {
      assertTrue(DisplayWidth.of(line) <= 80, line);
    }
  }

  @Test
  void oneRun() {
    List<String> lines =
        new HistoryText(ZoneOffset.UTC, Style.PLAIN, UnaryOperator.identity()).lines(Kept.full());
    assertEquals(
        """
        full · 2026-11-23 12:00:00 · route lab/one
        lab/two · 0.90 s (first token 0.10 s) · ~18 → ~212 tokens · $0.1235
        conversation c-begin, after begin
        route: task cheap: rule 2: "sum", chain a
        options: temperature=0.2
        file: /tmp/a.txt (3 bytes)
        file: https://lab.test/cat.png
          lab/one failed: 429 rate limit, 0.20 s
          lab/small/er skipped: context
          lab/two answered, 0.90 s, $0.1235

        ── system ──
        be brief

        ── prompt ──
        say
        hello

        ── reasoning ──
        hm

        ── answer ──
        Hello…""",
        String.join("\n", lines));
  }

  @Test
  void withoutBodies() {
    List<String> lines =
        new HistoryText(ZoneOffset.UTC, Style.PLAIN, UnaryOperator.identity())
            .lines(Kept.failure("f", NOON, "secret").withoutBodies());
    assertEquals(
        """
        f · 2026-11-23 12:00:00 · ask
        lab/one · 0.20 s · – tokens · cost unknown
        conversation c-f
        429 rate limit: no luck
        prompt and answer were not kept (history.bodies is false)""",
        String.join("\n", lines));
  }

  @Test
  void whatWasFoundStandsOut() {
    Found found = new Found(TODAY, "…is\nthe \u0002sky\u0003 blue\u001b[2J\u0003…");
    assertEquals(
        "aaaaaaaa  12:00  lab/one\n  …is the sky blue␛[2J…",
        String.join("\n", new FoundRuns(table(), Style.PLAIN).lines(List.of(found))));
    HistoryTable colored = new HistoryTable(NOON, ZoneOffset.UTC, Style.COLOR);
    assertTrue(
        new FoundRuns(colored, Style.COLOR)
            .lines(List.of(found))
            .get(1)
            .contains("the \u001b[33msky\u001b[0m blue␛"));
  }

  @Test
  void json() throws Exception {
    JsonNode line = new JsonMapper().readTree(HistoryJson.line(Kept.full()));
    assertEquals(1, line.get("schema_version").asInt());
    assertEquals("lab/one", line.get("requested_model").asText());
    assertEquals("lab/two", line.get("model").asText());
    assertEquals("Hello…", line.get("response").asText());
    assertTrue(line.get("truncated").asBoolean());
    assertEquals(0.2, line.at("/options/temperature").asDouble());
    assertEquals("estimated", line.at("/usage/source").asText());
    assertEquals(2, line.at("/route/rule").asInt());
    assertEquals(64, line.at("/files/0/sha256").asText().length());
    assertTrue(line.at("/files/1/size").isNull());
    assertEquals(3, line.get("attempts").size());
    assertEquals("rate_limit", line.at("/attempts/0/error/class").asText());
    assertTrue(line.at("/attempts/1/latency_ms").isNull());
    assertEquals(500, line.at("/attempts/2/waited_ms").asInt());
    assertEquals("begin", line.get("parent_id").asText());
    assertTrue(line.get("error").isNull());
    JsonNode bare = new JsonMapper().readTree(HistoryJson.line(Kept.full().withoutBodies()));
    assertTrue(bare.get("prompt").isNull());
    assertTrue(bare.get("response").isNull());
  }

  @Test
  void csvReadsBackAsItWas() {
    PastRun odd = Kept.run("id", NOON, "a, \"b\"\r\nc", "=cmd()|x");
    String csv = HistoryCsv.head() + HistoryCsv.row(odd) + HistoryCsv.row(Kept.full());
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    assertEquals(2, rows.size());
    assertEquals("a, \"b\"\r\nc", rows.get(0).getField("prompt"));
    assertEquals("'=cmd()|x", rows.get(0).getField("response"));
    assertEquals("0.123456789012345", rows.get(1).getField("cost_usd"));
    assertEquals("900.0", rows.get(1).getField("latency_ms"));
    assertTrue(rows.get(1).getField("attempts").startsWith("[{\"model\":\"lab/one\""));
  }
}
