package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast models have been, from the attempts in the history. */
public final class Latencies {
  /** More would say less about now. */
  private static final int SAMPLES = 50;

  private static final String LATEST =
      "SELECT first_token_ms, latency_ms FROM attempts WHERE base_url = ? AND model_id = ?"
          + " AND started_at >= ? AND outcome = 'answered' AND streamed = 1"
          + " AND first_token_ms IS NOT NULL AND latency_ms IS NOT NULL"
          + " ORDER BY started_at DESC LIMIT "
          + SAMPLES;

  private final Store store;

  public Latencies(Store store) {
    this.store = store;
  }

  /**
   * Medians over the latest answers of each, 50 at the most.
   *
   * @param since older answers do not count
   * @return those of which there is any; none where the store cannot say
   */
  public Map<ServedModel, Observed> of(Collection<ServedModel> models, Instant since) {
    return store
        .read(
            connection -> {
              Map<ServedModel, Observed> found = new LinkedHashMap<>();
              for (ServedModel model : models) {
                observed(connection, model, since, found);
              }
              return found;
            })
        .orElse(Map.of());
  }

  private static void observed(
      Connection connection, ServedModel model, Instant since, Map<ServedModel, Observed> into)
      throws SQLException {
    List<Double> firstTokens = new ArrayList<>();
    List<Double> totals = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      query.setString(1, model.baseUrl());
      query.setString(2, model.id());
      query.setLong(3, since.toEpochMilli());
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        firstTokens.add(row.getDouble(1));
        totals.add(row.getDouble(2));
      }
    }
    if (!totals.isEmpty()) {
      into.put(
          model,
          new Observed(
              Millis.duration(median(firstTokens)),
              Millis.duration(median(totals)),
              totals.size()));
    }
  }

  /** Of an even number of them, the mean of the two in the middle. */
  private static double median(List<Double> values) {
    Collections.sort(values);
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }
}
