package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Blind votes, known to all processes that share the store. */
public final class Votes {
  private static final String INSERT =
      "INSERT INTO votes (voted_at, task, choice, winner) VALUES (?, ?, ?, ?) RETURNING number";
  private static final String INSERT_MODEL = "INSERT INTO vote_models (vote, model) VALUES (?, ?)";
  private static final String COUNT =
      "SELECT v.task, m.model, count(*) AS votes, sum(v.winner IS m.model) AS wins,"
          + " sum(v.choice = 'tie') AS ties"
          + " FROM votes v JOIN vote_models m ON m.vote = v.number"
          + " WHERE (?1 IS NULL OR v.task = ?1)"
          + " GROUP BY v.task, m.model"
          + " ORDER BY v.task, 1.0 * sum(v.winner IS m.model) / count(*) DESC, m.model";

  private final Store store;

  public Votes(Store store) {
    this.store = store;
  }

  /** Whether it could be kept; if not, the store has said why. */
  public boolean keep(Vote vote) {
    return store
        .write(
            connection -> {
              long number = insert(connection, vote);
              try (PreparedStatement model = connection.prepareStatement(INSERT_MODEL)) {
                for (String name : new LinkedHashSet<>(vote.models())) {
                  model.setLong(1, number);
                  model.setString(2, name);
                  model.executeUpdate();
                }
              }
              return true;
            })
        .orElse(false);
  }

  private static long insert(Connection connection, Vote vote) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(INSERT)) {
      row.setLong(1, vote.at().toEpochMilli());
      row.setString(2, vote.task());
      row.setString(3, vote.choice().wireName());
      if (vote.winner().isPresent()) {
        row.setString(4, vote.winner().get());
      } else {
        row.setNull(4, Types.VARCHAR);
      }
      return row.executeQuery().getLong(1);
    }
  }

  /**
   * By task, the model that won most often first; nothing where the store cannot say.
   *
   * @param task empty: all
   */
  public List<VoteCount> counts(Optional<String> task) {
    return store
        .read(
            connection -> {
              List<VoteCount> counts = new ArrayList<>();
              try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                query.setString(1, task.orElse(null));
                for (ResultSet row = query.executeQuery(); row.next(); ) {
                  counts.add(
                      new VoteCount(
                          row.getString("task"),
                          row.getString("model"),
                          row.getInt("votes"),
                          row.getInt("wins"),
                          row.getInt("ties")));
                }
              }
              return counts;
            })
        .orElse(List.of());
  }
}
