package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which models fail and which rest, known to all processes that share the store. */
public final class ModelHealth {
  private static final String READ = "SELECT * FROM model_health WHERE base_url = ? AND model = ?";
  private static final String READ_RESTING =
      "SELECT * FROM model_health WHERE rest_until > ? AND rest_since <= ? ORDER BY rest_until";
  private static final String FORGET = "DELETE FROM model_health WHERE base_url = ? AND model = ?";
  private static final String KEEP =
      "INSERT OR REPLACE INTO model_health (base_url, model, failures,"
          + " rest_since, rest_until, rest_step, rest_failures, rest_why, tries, answered)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Store store;

  public ModelHealth(Store store) {
    this.store = store;
  }

  /** Those of them of which something is known; none where the store cannot say. */
  public Map<ServedModel, Health> of(Collection<ServedModel> models) {
    return store
        .read(
            connection -> {
              Map<ServedModel, Health> found = new LinkedHashMap<>();
              for (ServedModel model : models) {
                Health health = read(connection, model);
                if (!health.equals(Health.UNKNOWN)) {
                  found.put(model, health);
                }
              }
              return found;
            })
        .orElse(Map.of());
  }

  /**
   * Changes what is known of a model. Nobody else does so between the reading and the writing.
   *
   * @return what was known before; nothing where the store cannot say
   */
  public Health update(ServedModel model, UnaryOperator<Health> change) {
    return store
        .write(
            connection -> {
              Health before = read(connection, model);
              Health after = change.apply(before);
              if (!after.equals(before)) {
                write(connection, model, after);
              }
              return before;
            })
        .orElse(Health.UNKNOWN);
  }

  /** Who rests, the one due first at the head. */
  public List<Resting> resting(Instant now) {
    return store
        .read(
            connection -> {
              List<Resting> found = new ArrayList<>();
              try (PreparedStatement query = connection.prepareStatement(READ_RESTING)) {
                query.setLong(1, now.toEpochMilli());
                query.setLong(2, now.toEpochMilli());
                for (ResultSet row = query.executeQuery(); row.next(); ) {
                  ServedModel model =
                      new ServedModel(row.getString("base_url"), row.getString("model"));
                  HealthRow.read(row).resting(now).ifPresent(r -> found.add(new Resting(model, r)));
                }
              }
              return found;
            })
        .orElse(List.of());
  }

  private static Health read(Connection connection, ServedModel model) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, model.baseUrl());
      query.setString(2, model.id());
      ResultSet row = query.executeQuery();
      return row.next() ? HealthRow.read(row) : Health.UNKNOWN;
    }
  }

  private static void write(Connection connection, ServedModel model, Health health)
      throws SQLException {
    boolean forgotten = health.equals(Health.UNKNOWN);
    try (PreparedStatement change = connection.prepareStatement(forgotten ? FORGET : KEEP)) {
      change.setString(1, model.baseUrl());
      change.setString(2, model.id());
      if (!forgotten) {
        HealthRow.fill(change, health);
      }
      change.executeUpdate();
    }
  }
}
