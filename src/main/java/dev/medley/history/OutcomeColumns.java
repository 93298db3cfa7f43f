package dev.medley.history;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The columns that a run and its attempts have in common. */
final class OutcomeColumns {
  /** What a REAL holds of a decimal number, and gives back unchanged. */
  private static final MathContext EXACT = new MathContext(15);

  private static final String ESTIMATED = "estimated";

  private OutcomeColumns() {}

  static void put(NewRow row, String result, Outcome outcome) {
    Optional<Failure> failure = outcome.fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
    row.put("outcome", result);
    row.put("error_class", failure.map(f -> f.kind().wireName()));
    row.put("error_cause", failure.flatMap(Failure::cause).map(FailureKind::wireName));
    row.put("error_message", failure.map(Failure::message));
    row.put("status", outcome.answered() ? OptionalInt.of(200) : failure.orElseThrow().status());
    row.put("resolved_model", outcome.reply().resolvedModel());
    row.put("finish_reason", outcome.reply().finishReason());
    put(row, outcome.timing());
  }

  /** What was never sent took no time, which is not the same as zero. */
  private static void put(NewRow row, Timing timing) {
    row.put("latency_ms", Optional.of(timing.total()).filter(t -> !t.isZero()).map(Millis::of));
    row.put("first_token_ms", timing.firstToken().map(Millis::of));
    row.put("first_text_ms", timing.firstText().map(Millis::of));
  }

  static void put(NewRow row, Usage usage, Cost cost) {
    row.put("input_tokens", usage.inputTokens());
    row.put("cached_tokens", usage.cachedTokens());
    row.put("cache_write_tokens", usage.cacheWriteTokens());
    row.put("output_tokens", usage.outputTokens());
    row.put("reasoning_tokens", usage.reasoningTokens());
    String counted = usage.estimated() ? ESTIMATED : "server";
    row.put("usage_source", usage.known() ? counted : null);
    row.put("cost_usd", cost.usd().map(BigDecimal::doubleValue));
    row.put("cost_source", cost.source().wireName());
    row.put("cost_as_of", cost.asOf().map(LocalDate::toString));
    row.put("cost_at_least", cost.atLeast());
  }

  /**
   * @param text of the reply
   */
  static Outcome outcome(ResultSet row, String text, String reasoning, Instant at)
      throws SQLException {
    Reply reply =
        new Reply(
            text,
            reasoning,
            Optional.ofNullable(row.getString("finish_reason")),
            Optional.ofNullable(row.getString("resolved_model")),
            usage(row));
    Timing timing =
        new Timing(
            at,
            Millis.read(row, "latency_ms").orElse(Duration.ZERO),
            Millis.read(row, "first_token_ms"),
            Millis.read(row, "first_text_ms"));
    return row.getString("error_class") == null
        ? new Outcome.Answered(reply, timing)
        : new Outcome.Failed(failure(row), reply, timing);
  }

  private static Failure failure(ResultSet row) throws SQLException {
    OptionalLong status = number(row, "status");
    return new Failure(
        kind(row.getString("error_class")).orElse(FailureKind.INTERNAL),
        kind(row.getString("error_cause")),
        status.isPresent() ? OptionalInt.of((int) status.getAsLong()) : OptionalInt.empty(),
        Optional.ofNullable(row.getString("error_message")).orElse(""),
        "",
        Optional.empty(),
        "");
  }

  private static Optional<FailureKind> kind(String word) {
    try {
      return Optional.ofNullable(word).map(w -> FailureKind.valueOf(w.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  static Usage usage(ResultSet row) throws SQLException {
    return new Usage(
        number(row, "input_tokens"),
        number(row, "cached_tokens"),
        number(row, "cache_write_tokens"),
        number(row, "output_tokens"),
        number(row, "reasoning_tokens"),
        Optional.empty(),
        ESTIMATED.equals(row.getString("usage_source")));
  }

  static Cost cost(ResultSet row) throws SQLException {
    double usd = row.getDouble("cost_usd");
    if (row.wasNull()) {
      return Cost.UNKNOWN;
    }
    return new Cost(
        Optional.of(exact(usd)),
        Cost.Source.valueOf(row.getString("cost_source").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("cost_as_of")).map(LocalDate::parse),
        row.getBoolean("cost_at_least"));
  }

  /** The decimal number that was written, if it had at most 15 digits. */
  static BigDecimal exact(double stored) {
    BigDecimal usd = new BigDecimal(stored).round(EXACT).stripTrailingZeros();
    return usd.signum() == 0 ? BigDecimal.ZERO : usd;
  }

  static OptionalLong number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
