package dev.medley.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import dev.medley.compare.matrix.Bill;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.matrix.Question;
import dev.medley.render.MatrixSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");
  private static final ModelRef SWIFT = new ModelRef("lab", "swift");
  private static final ModelRef SAGE = new ModelRef("lab", "sage");
  private static final Cost COST =
      new Cost(
          Optional.of(new BigDecimal("0.00013")),
          Cost.Source.COMPUTED,
          Optional.of(LocalDate.of(2026, 11, 22)),
          false);

  /** What must not run, break out of its place or fetch anything. */
  private static final String HOSTILE =
      "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\n\n"
          + "![t](http://evil.example/t.png) [a](javascript:document.title='run') <!-- \"'> \u0001 \u202E"
          + "\n\n</div></article></main><svg/onload=document.title='run'>";

  @TempDir private Path folder;

  private static Case asked(int number, String prompt) {
    return new Case(
        "c" + number,
        number,
        1,
        new Question(prompt, Optional.empty(), Parameters.NONE, Map.of()),
        List.of());
  }

  private static CaseResult answered(
      Case asked, ModelRef model, String text, CheckResult... checks) {
    Reply reply = new Reply(text, "", Optional.of("stop"), Optional.empty(), Samples.USAGE);
    return new CaseResult(
        asked,
        model,
        new Outcome.Answered(reply, Samples.TIMING),
        new Bill(Samples.USAGE, COST, 1),
        Optional.empty(),
        List.of(checks));
  }

  private static CaseResult failed(Case asked, ModelRef model) {
    Failure failure = Failure.of(FailureKind.OVERLOADED, "busy | try `later`").withStatus(503);
    return new CaseResult(
        asked,
        model,
        new Outcome.Failed(failure, Reply.NOTHING, Samples.timing(900, 310)),
        new Bill(Usage.UNKNOWN, Cost.UNKNOWN, 2),
        Optional.empty(),
        List.of());
  }

  /** Results come in the order of their ends; a case that was never asked of one is missing. */
  private static List<CaseResult> results() {
    Case first = asked(1, "Capital of France?");
    Case second = asked(2, "=SUM(A1)\nand ``` more");
    Case third = asked(3, "Not asked of sage");
    return List.of(
        answered(third, SWIFT, "three"),
        answered(first, SAGE, "Paris, I think.", new CheckResult("equals: Paris", false, "longer")),
        failed(second, SWIFT),
        answered(first, SWIFT, "Paris", new CheckResult("equals: Paris", true, "")),
        answered(second, SAGE, "- a\n```\ncode\n```"));
  }

  private String report(String name, List<CaseResult> results) throws IOException {
    Path file = folder.resolve(name);
    MatrixSummary summary = new MatrixSummary(List.of(SWIFT, SAGE), false);
    ReportFile report = new ReportFile(file, AT, List.of(SWIFT, SAGE), List.of(summary));
    for (CaseResult result : results) {
      summary.add(result);
      report.add(result);
    }
    assertFalse(Files.exists(file), "nothing is there before all of it is");
    report.close();
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
    return Files.readString(file);
  }

  private static String golden(String name) throws IOException {
    try (var in = ReportFileTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.md", "report.csv", "report.xml"})
  void wholeFilesAsTheyHaveBeenAgreed(String name) throws IOException {
    assertEquals(golden(name), report(name, results()).replace("\r\n", "\n"));
  }

  @Test
  void theJsonDocumentHasAllResultsInTheOrderOfTheirCases() throws IOException {
    JsonNode json = new JsonMapper().readTree(report("r.json", results()));

    assertEquals(
        "c1 lab/swift, c1 lab/sage, c2 lab/swift, c2 lab/sage, c3 lab/swift",
        String.join(
            ", ",
            Stream.iterate(0, i -> i + 1)
                .limit(json.path("results").size())
                .map(i -> json.path("results").get(i))
                .map(r -> r.path("case").asText() + " " + r.path("model").asText())
                .toList()));
    assertEquals(4, json.path("totals").path("answered").asInt());
  }

  @Test
  void junitIsReadByAParserWhateverIsInAnAnswer() throws Exception {
    Case one = asked(1, HOSTILE);
    String xml =
        report(
            "r.xml",
            List.of(answered(one, SWIFT, HOSTILE + "]]>", new CheckResult("x", false, ""))));
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, document.getElementsByTagName("testcase").getLength());
    assertEquals(1, document.getElementsByTagName("skipped").getLength());
    String text = document.getElementsByTagName("failure").item(0).getTextContent();
    assertEquals(HOSTILE.replace('\u0001', '\uFFFD').replace('\u202E', '\uFFFD') + "]]>", text);
  }

  @Test
  void thePageHoldsTheTableTheChartsAndEveryAnswer() throws IOException {
    String html = report("r.html", results());

    assertTrue(html.contains("<title>Comparison of lab/swift, lab/sage</title>"), html);
    assertEquals(3, html.split("<article ", -1).length - 1);
    assertEquals(6, html.split("<section class=\"answer\">", -1).length - 1);
    assertEquals(2, html.split("<svg ", -1).length - 1);
    assertTrue(html.contains("✗ equals: Paris <small>longer</small>"), html);
    assertTrue(html.contains("<p class=\"facts\">not asked</p>"), html);
    assertTrue(html.contains("<pre><code>code\n</code></pre>"), html);
  }

  @Test
  void whoseCostIsNotKnownIsNamedBelowTheChart() throws IOException {
    CaseResult priced = answered(asked(1, "hi"), SWIFT, "hi");
    CaseResult unpriced =
        new CaseResult(
            priced.asked(),
            SAGE,
            priced.outcome(),
            new Bill(Usage.UNKNOWN, Cost.UNKNOWN, 1),
            Optional.empty(),
            List.of());
    String caption = "that passed; without lab/sage, whose cost is not known</figcaption>";
    assertTrue(report("r.html", List.of(priced, unpriced)).contains(caption));
  }

  @Test
  void hostileTextStaysText() throws IOException {
    Case one = asked(1, HOSTILE);
    String html =
        report(
            "r.html",
            List.of(answered(one, SWIFT, HOSTILE, new CheckResult(HOSTILE, false, HOSTILE))));

    assertEquals(1, html.split("<script", -1).length - 1, "its own script and no other");
    assertFalse(html.matches("(?s).*<img.*"), "no image");
    assertFalse(html.contains("<svg/onload"), html);
    assertFalse(html.toLowerCase().contains("href=\"javascript"), html);
    assertFalse(html.contains("\u202E") || html.contains("\u0001"), "no control characters");
    assertTrue(html.contains("(image: http://evil.example/t.png)"), html);
  }

  @Test
  void inMarkdownNothingCommandsTheReader() throws IOException {
    String hostile = "\u001b[31m````\u202E x";
    CheckResult check = new CheckResult(hostile, false, hostile);
    String text = report("r.md", List.of(answered(asked(1, hostile), SWIFT, hostile, check)));
    assertFalse(text.contains("\u202E") || text.contains("\u001b"), text);
    assertTrue(text.contains("\n`````\n"), text);
  }

  @Test
  void aLongPromptIsCutBetweenCharacters() throws IOException {
    String prompt = "a".repeat(78) + "\uD83D\uDE00" + "b".repeat(20);
    String xml = report("r.xml", List.of(answered(asked(1, prompt), SWIFT, "hi")));
    assertTrue(xml.contains("name=\"" + "a".repeat(78) + "\uD83D\uDE00…\""), xml);
  }

  /** A browser is asked what the title is after all scripts had their chance. */
  @Test
  void hostileTextRunsNothingInARealBrowser() throws Exception {
    Optional<Path> browser =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(browser.isPresent(), "there is no browser here");
    Case one = asked(1, HOSTILE);
    report("r.html", List.of(answered(one, SWIFT, HOSTILE), answered(one, SAGE, HOSTILE)));
    Path out = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000",
                "--dump-dom",
                folder.resolve("r.html").toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser did not end");
    String dom = Files.readString(out);
    assertTrue(dom.contains("<title>Comparison of lab/swift, lab/sage</title>"), "nothing ran");
    assertTrue(dom.contains(">1 prompt<"), "its own script did run");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    ReportFile report = new ReportFile(gone.resolve("r.md"), AT, List.of(SWIFT), List.of());
    report.add(answered(asked(1, "x"), SWIFT, "y"));
    Files.delete(gone);
    assertThrows(IOException.class, report::close);
  }

  @Test
  void endingsAreKnownInAnyCase() {
    assertTrue(ReportFile.knows("A.HTML"));
    assertFalse(ReportFile.knows("a.docx"));
    assertEquals(
        List.of(".csv", ".html", ".json", ".md", ".xml"), List.copyOf(ReportFile.endings()));
  }
}
