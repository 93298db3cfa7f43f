package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What was asked and what came of it, for all processes that share the store. */
public final class History {
  private static final String FIND = "SELECT * FROM runs WHERE id = ?";

  private final Store store;

  public History(Store store) {
    this.store = store;
  }

  /** Opens the store, so that the first row need not wait for it. */
  public void open() {
    store.open();
  }

  /** Whole or not at all: the run, its attempts and its files. */
  public void append(PastRun run) {
    store.write(
        connection -> {
          insert(connection, run);
          return run;
        });
  }

  /** The run of that id, whole; none where the store cannot say. */
  public Optional<PastRun> find(String id) {
    return store
        .read(
            connection -> {
              try (PreparedStatement query = connection.prepareStatement(FIND)) {
                query.setString(1, id);
                ResultSet row = query.executeQuery();
                return row.next()
                    ? Optional.of(whole(connection, RunColumns.read(row)))
                    : Optional.<PastRun>empty();
              }
            })
        .orElse(Optional.empty());
  }

  private static PastRun whole(Connection connection, PastRun run) throws SQLException {
    return run.with(
        AttemptColumns.read(connection, run.id()), FileColumns.read(connection, run.id()));
  }

  private static void insert(Connection connection, PastRun run) throws SQLException {
    RunColumns.insert(connection, run);
    AttemptColumns.insert(connection, run);
    FileColumns.insert(connection, run);
  }
}
