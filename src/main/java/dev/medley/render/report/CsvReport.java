package dev.medley.render.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.Usage;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One row a result (RFC 4180). Unknown is an empty field. Spreadsheets take a text that begins with
 * {@code =}, {@code +}, {@code -} or {@code @} for a formula: such texts of models, prompts and
 * servers get an apostrophe in front, as OWASP advises. Who wants them unchanged takes .jsonl.
 */
final class CsvReport implements ReportFormat {
  private static final List<String> HEADER =
      List.of(
          "case",
          "number",
          "run",
          "model",
          "resolved_model",
          "outcome",
          "error",
          "message",
          "finish_reason",
          "prompt",
          "system",
          "response",
          "input_tokens",
          "cached_tokens",
          "output_tokens",
          "reasoning_tokens",
          "cost_usd",
          "cost_source",
          "latency_ms",
          "ttft_ms",
          "tokens_per_second",
          "passed",
          "failed_checks",
          "started_at");

  @Override
  public void write(Report report, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEADER);
    report
        .results()
        .forEach(
            group ->
                group.results().stream()
                    .flatMap(Optional::stream)
                    .forEach(result -> csv.writeRecord(row(result))));
    csv.flush();
  }

  private static List<String> row(CaseResult result) {
    Usage usage = result.bill().usage();
    Cost cost = result.bill().cost();
    var timing = result.outcome().timing();
    return List.of(
        safe(result.asked().key()),
        String.valueOf(result.asked().number()),
        String.valueOf(result.asked().run()),
        safe(result.model().toString()),
        safe(result.outcome().reply().resolvedModel().orElse("")),
        result.outcome().answered() ? "answered" : "failed",
        result.failure().map(f -> f.kind().wireName()).orElse(""),
        safe(result.failure().map(Failure::message).orElse("")),
        safe(result.outcome().reply().finishReason().orElse("")),
        safe(result.asked().question().prompt()),
        safe(result.asked().question().system().orElse("")),
        safe(result.text()),
        count(usage.inputTokens()),
        count(usage.cachedTokens()),
        count(usage.outputTokens()),
        count(usage.reasoningTokens()),
        cost.usd().map(BigDecimal::toPlainString).orElse(""),
        cost.source().wireName(),
        millis(Optional.of(timing.total())),
        millis(timing.firstToken()),
        number(result.tokensPerSecond()),
        result.checks().isEmpty() ? "" : String.valueOf(result.passed()),
        safe(failed(result)),
        timing.startedAt().toString());
  }

  private static String failed(CaseResult result) {
    return result.checks().stream()
        .filter(check -> !check.passed())
        .map(CheckResult::check)
        .collect(Collectors.joining("; "));
  }

  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String count(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
  }

  private static String millis(Optional<Duration> time) {
    return time.map(t -> number(OptionalDouble.of(t.toNanos() / 1e6))).orElse("");
  }

  private static String number(OptionalDouble number) {
    return number.isPresent()
        ? BigDecimal.valueOf(number.getAsDouble()).setScale(1, RoundingMode.HALF_UP).toPlainString()
        : "";
  }
}
