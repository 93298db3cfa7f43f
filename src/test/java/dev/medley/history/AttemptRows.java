package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;

/** Attempts written straight into a store, one run each. */
final class AttemptRows {
  private final Store store;
  private int runs;

  AttemptRows(Store store) {
    this.store = store;
  }

  /**
   * @param usd empty: unknown
   */
  AttemptRows add(String model, String task, Instant at, String usd) {
    return add(model, task, at, usd, true);
  }

  AttemptRows add(String model, String task, Instant at, String usd, boolean billed) {
    String run = "r" + runs++;
    String cost = usd.isEmpty() ? "NULL" : usd;
    String source = usd.isEmpty() ? "unknown" : "computed";
    String sql =
        String.format(
            Locale.ROOT,
            "INSERT INTO runs (id, asked_at, command, task, requested_name, requested_model,"
                + " models, model_name, model, options, streamed, outcome, cost_source,"
                + " cost_at_least) VALUES ('%1$s', %4$d, 'ask', nullif('%8$s', ''), 'x', 'x', '[]',"
                + " 'x', 'x', '{}', 1, 'answered', 'computed', 0);"
                + "INSERT INTO attempts (run_id, position, name, model, provider, model_id,"
                + " base_url, started_at, waited_ms, outcome, streamed, billed, input_tokens,"
                + " output_tokens, usage_source, cost_usd, cost_source, cost_at_least)"
                + " VALUES ('%1$s', 1, 'x', '%2$s', '%3$s', 'x', '', %4$d, 0, 'answered', 1, %6$d,"
                + " 18, 212, 'server', %5$s, '%7$s', 0)",
            run,
            model,
            model.replaceFirst("/.*", ""),
            at.toEpochMilli(),
            cost,
            billed ? 1 : 0,
            source,
            task);
    assertTrue(
        store
            .write(
                connection -> {
                  try (var statement = connection.createStatement()) {
                    return statement.executeUpdate(sql);
                  }
                })
            .isPresent());
    return this;
  }
}
