package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import dev.medley.history.Ending;
import dev.medley.history.PastRun;
import dev.medley.history.RouteTaken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Kept runs as CSV (RFC 4180): one row a run, its attempts as JSON in one of the cells. */
public final class HistoryCsv {
  private static final List<String> HEAD =
      List.of(
          "id",
          "datetime_utc",
          "command",
          "task",
          "requested_model",
          "model",
          "resolved_model",
          "outcome",
          "error_class",
          "input_tokens",
          "cached_tokens",
          "output_tokens",
          "reasoning_tokens",
          "cost_usd",
          "cost_source",
          "latency_ms",
          "ttft_ms",
          "finish_reason",
          "conversation_id",
          "parent_id",
          "comparison_id",
          "system",
          "prompt",
          "response",
          "attempts");

  private HistoryCsv() {}

  /** The line with the names of the columns, its end included. */
  public static String head() {
    return line(HEAD);
  }

  /** Its end included. Line feeds in a cell stay as they are. */
  public static String row(PastRun run) {
    Ending ending = run.ending();
    Reply reply = ending.outcome().reply();
    List<String> cells = new ArrayList<>();
    cells.add(run.id());
    cells.add(run.heading().at().toString());
    cells.add(run.heading().command());
    cells.add(text(run.heading().route().flatMap(RouteTaken::task)));
    cells.add(run.requested().ref().toString());
    cells.add(ending.model().ref().toString());
    cells.add(text(reply.resolvedModel()));
    cells.add(ending.result());
    cells.add(errorClass(ending));
    figures(cells, ending);
    cells.add(text(reply.finishReason()));
    cells.add(text(run.heading().place().conversationId()));
    cells.add(text(run.heading().place().parentId()));
    cells.add(text(run.heading().comparisonId()));
    cells.add(text(run.question().system()));
    cells.add(text(run.question().user()));
    cells.add(text(Optional.of(reply.text())));
    cells.add(attempts(run));
    return line(cells);
  }

  private static String errorClass(Ending ending) {
    Optional<Failure> failure =
        ending.outcome().fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
    return text(failure.map(f -> f.kind().wireName()));
  }

  private static void figures(List<String> cells, Ending ending) {
    Usage usage = ending.usage();
    cells.add(count(usage.inputTokens()));
    cells.add(count(usage.cachedTokens()));
    cells.add(count(usage.outputTokens()));
    cells.add(count(usage.reasoningTokens()));
    cells.add(text(ending.cost().usd().map(BigDecimal::toPlainString)));
    cells.add(ending.cost().source().wireName());
    Optional<Duration> total = Optional.of(ending.outcome().timing().total());
    cells.add(millis(total.filter(time -> !time.isZero())));
    cells.add(millis(ending.outcome().timing().firstToken()));
  }

  private static String attempts(PastRun run) {
    ArrayNode list = HistoryJson.JSON.createArrayNode();
    HistoryJson.attempts(list, run.attempts());
    return HistoryJson.text(list);
  }

  private static String count(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  private static String millis(Optional<Duration> time) {
    return text(time.map(t -> BigDecimal.valueOf(t.toNanos() / 100_000, 1).toPlainString()));
  }

  /** A spreadsheet takes what begins with one of these signs for a formula, and runs it. */
  private static String text(Optional<String> text) {
    String cell = text.orElse("");
    return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
  }

  private static String line(List<String> cells) {
    StringWriter line = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(line)) {
      csv.writeRecord(cells);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return line.toString();
  }
}
