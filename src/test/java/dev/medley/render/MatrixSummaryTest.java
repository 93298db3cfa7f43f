package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.catalog.Cost;
import dev.medley.chat.FailureKind;
import dev.medley.compare.Results;
import dev.medley.compare.totals.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixSummaryTest {
  private static MatrixSummary summary(boolean baseline) {
    MatrixSummary summary =
        new MatrixSummary(List.of(Results.model("swift"), Results.model("sage")), baseline);
    for (int i = 0; i < 199; i++) {
      summary.add(Results.of("k" + i).checked("swift", "Paris", true));
    }
    summary.add(Results.of("last").checked("swift", "Rome", false));
    summary.add(Results.of("a").answers("sage", "x", 150));
    summary.add(Results.of("b").fails("sage", FailureKind.TIMEOUT_IDLE));
    return summary;
  }

  @Test
  void oneLineAModelAndWhatWentWrong() {
    assertEquals(
        """
        model           ok  first p50  total p50          tokens    cost          passed
        lab/swift  200/200     0.05 s     0.10 s  3,600 → 42,400   $0.20  99 % (199/200)
        lab/sage       1/2     0.08 s     0.15 s        18 → 212  $0.001               –
        failed: timeout idle (1)
        did not pass: contains: Paris (1)
        """,
        String.join("\n", summary(false).lines(Style.PLAIN, 200)) + "\n");
  }

  @Test
  void theBaselineIsTheFirstModel() {
    assertEquals(
        "lab/sage against lab/swift: total +50 %, cost −99 %",
        summary(true).lines(Style.PLAIN, 200).get(3));
  }

  @Test
  void theDocumentIsWrittenPieceByPieceAndIsOne() throws IOException {
    StringBuilder out = new StringBuilder();
    MatrixSummary summary = summary(false);
    ComparisonStream stream = new ComparisonStream(out::append, List.of(summary));
    stream.add(Results.of("a").answers("sage", "x", 150));
    stream.add(Results.of("b").fails("sage", FailureKind.TIMEOUT_IDLE));
    stream.close();
    JsonNode document = new JsonMapper().readTree(out.toString());
    assertEquals("compare", document.path("command").asText());
    assertEquals("a", document.path("results").path(0).path("case").asText());
    assertEquals("timeout_idle", document.at("/results/1/error/class").asText());
    assertEquals(202, document.at("/totals/answered").asInt() + 1);
    assertEquals(0.995, document.at("/totals/models/0/pass_rate").asDouble());
    assertEquals(100.0, document.at("/totals/models/0/latency_ms_p50").asDouble());
  }

  @Test
  void aDocumentWithoutResultsIsOneToo() throws IOException {
    StringBuilder out = new StringBuilder();
    new ComparisonStream(out::append, List.of()).close();
    assertEquals(0, new JsonMapper().readTree(out.toString()).path("results").size());
  }

  @Test
  void progressInOneLine() {
    Cost spent =
        new Cost(
            Optional.of(new BigDecimal("0.0124")), Cost.Source.COMPUTED, Optional.empty(), false);
    Progress progress =
        new Progress(
            1600,
            312,
            3,
            Optional.of(spent),
            Duration.ofMillis(12_400),
            Optional.of(Duration.ofSeconds(41)));
    assertEquals("312/1,600 · 3 failed · $0.0124 · 41 s left", ProgressLine.of(progress));
    assertEquals("312/1,600 · 3 failed · $0.0124 · 12.4 s", ProgressLine.last(progress));
    Progress slow =
        new Progress(
            2,
            1,
            0,
            Optional.of(Cost.UNKNOWN),
            Duration.ZERO,
            Optional.of(Duration.ofSeconds(754)));
    assertEquals("1/2 · cost unknown · 12:34 min left", ProgressLine.of(slow));
    Progress long1 =
        new Progress(
            2, 1, 0, Optional.empty(), Duration.ZERO, Optional.of(Duration.ofSeconds(7384)));
    assertEquals("1/2 · 2:03:04 h left", ProgressLine.of(long1));
  }
}
