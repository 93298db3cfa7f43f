package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's attempts as rows. */
final class AttemptColumns {
  private static final String OF_RUN = "SELECT * FROM attempts WHERE run_id = ? ORDER BY position";

  private AttemptColumns() {}

  static void insert(Connection connection, PastRun run) throws SQLException {
    int position = 1;
    for (PastAttempt attempt : run.attempts()) {
      NewRow row = new NewRow("attempts").put("run_id", run.id()).put("position", position++);
      put(row, attempt);
      row.put("streamed", run.question().streamed());
      row.insert(connection);
    }
  }

  private static void put(NewRow row, PastAttempt attempt) {
    PastModel model = attempt.model();
    row.put("name", model.name()).put("model", model.ref().toString());
    row.put("provider", model.ref().provider()).put("model_id", model.ref().id());
    row.put("base_url", attempt.baseUrl());
    row.put("started_at", attempt.outcome().timing().startedAt().toEpochMilli());
    row.put("waited_ms", Millis.of(attempt.waited()));
    row.put("wait_reason", attempt.waitReason().isEmpty() ? null : attempt.waitReason());
    OutcomeColumns.put(row, attempt.result(), attempt.outcome());
    row.put("billed", attempt.billed());
    OutcomeColumns.put(row, attempt.outcome().reply().usage(), attempt.cost());
  }

  static List<PastAttempt> read(Connection connection, String runId) throws SQLException {
    List<PastAttempt> attempts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(OF_RUN)) {
      query.setString(1, runId);
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        attempts.add(read(row));
      }
    }
    return attempts;
  }

  private static PastAttempt read(ResultSet row) throws SQLException {
    Instant started = Instant.ofEpochMilli(row.getLong("started_at"));
    return new PastAttempt(
        PastModel.of(row.getString("name"), row.getString("model")),
        row.getString("base_url"),
        Millis.read(row, "waited_ms").orElse(Duration.ZERO),
        Optional.ofNullable(row.getString("wait_reason")).orElse(""),
        row.getString("outcome"),
        OutcomeColumns.outcome(row, "", "", started),
        OutcomeColumns.cost(row),
        row.getBoolean("billed"));
  }
}
