package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked and what came of it, for all processes that share the store. Where the store
 * cannot say, nothing is found.
 */
public final class History {
  /** The sign that ends a range of ids: greater than every character that they have. */
  static final String AFTER_ALL = "~";

  /** The index keeps deleted words, and the file deleted rows, until they are rewritten. */
  private static final List<String> REWRITE =
      List.of(
          "INSERT INTO runs_text (runs_text) VALUES ('optimize')",
          "VACUUM",
          "PRAGMA wal_checkpoint(TRUNCATE)");

  private final Store store;

  public History(Store store) {
    this.store = store;
  }

  /** Opens the store and loads what a row needs, so that the first one need not wait for it. */
  public void open() {
    store.open();
    Json.text(List.of());
  }

  /** Why nothing can be kept or found, once that is known. */
  public Optional<String> trouble() {
    return store.trouble();
  }

  /** Whole or not at all: the run, its attempts and its files. */
  public void append(PastRun run) {
    append(List.of(run));
  }

  /** All of them in one transaction, in their order. */
  void append(List<PastRun> runs) {
    store.write(
        connection -> {
          for (PastRun run : runs) {
            RunColumns.insert(connection, run);
            AttemptColumns.insert(connection, run);
            FileColumns.insert(connection, run);
          }
          return runs;
        });
  }

  /** The run of that id, whole. */
  public Optional<PastRun> find(String id) {
    return first(RunQuery.all().where("id = ?", id), "number");
  }

  /** The latest that the filter lets pass, whole. */
  public Optional<PastRun> last(Filter filter) {
    return first(RunQuery.all().where(filter), "number DESC");
  }

  private Optional<PastRun> first(RunQuery query, String order) {
    return store
        .read(connection -> whole(connection, query.read(connection, order, 1, RunColumns::read)))
        .flatMap(found -> found.stream().findFirst());
  }

  /** Ids that begin so, the latest first; of an id that is whole, only that one. */
  public List<String> beginningWith(String prefix, int limit) {
    RunQuery query =
        new RunQuery("SELECT id FROM runs").where("id >= ? AND id < ?", prefix, prefix + AFTER_ALL);
    List<String> found = read(c -> query.read(c, "number DESC", limit, row -> row.getString(1)));
    return found.contains(prefix) ? List.of(prefix) : found;
  }

  /**
   * The latest first, without attempts and files.
   *
   * @param limit most runs; negative for all
   */
  public List<PastRun> latest(Filter filter, int limit) {
    RunQuery query = RunQuery.all().where(filter);
    return read(connection -> query.read(connection, "number DESC", limit, RunColumns::read));
  }

  /** The latest first, without attempts and files. */
  public List<Found> search(SearchWords words, Filter filter, int limit) {
    return words.isEmpty()
        ? List.of()
        : read(connection -> new Search(words).run(connection, filter, limit));
  }

  /**
   * One page of all, whole, in the order in which they were kept.
   *
   * @param after the id of the last one before the page; empty: from the beginning
   */
  public List<PastRun> page(Optional<String> after, Filter filter, int size) {
    RunQuery query = RunQuery.all().where(filter);
    after.ifPresent(id -> query.where("number > (SELECT number FROM runs WHERE id = ?)", id));
    return read(
        connection -> whole(connection, query.read(connection, "number", size, RunColumns::read)));
  }

  /** All of the same comparison, whole, in the order in which they were kept. */
  public List<PastRun> comparison(String comparisonId) {
    RunQuery query = RunQuery.all().where("comparison_id = ?", comparisonId);
    return read(
        connection -> whole(connection, query.read(connection, "number", -1, RunColumns::read)));
  }

  private <T> List<T> read(Transaction.Work<List<T>> work) {
    return store.read(work).orElse(List.of());
  }

  /** With attempts and files. */
  static List<PastRun> whole(Connection connection, List<PastRun> runs) throws SQLException {
    List<PastRun> whole = new ArrayList<>();
    for (PastRun run : runs) {
      whole.add(
          run.with(
              AttemptColumns.read(connection, run.id()), FileColumns.read(connection, run.id())));
    }
    return whole;
  }

  /** How many there are that were asked earlier. */
  public int countBefore(Instant time) {
    return store
        .read(
            connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement("SELECT count(*) FROM runs WHERE asked_at < ?")) {
                query.setLong(1, time.toEpochMilli());
                return query.executeQuery().getInt(1);
              }
            })
        .orElse(0);
  }

  /**
   * Forgets what was asked earlier. Its text is in the file no longer, unless another process reads
   * just then.
   *
   * @return how many runs that were
   */
  public int prune(Instant time) {
    int pruned =
        store
            .write(
                connection -> {
                  try (PreparedStatement delete =
                      connection.prepareStatement("DELETE FROM runs WHERE asked_at < ?")) {
                    delete.setLong(1, time.toEpochMilli());
                    return delete.executeUpdate();
                  }
                })
            .orElse(0);
    if (pruned > 0) {
      store.read(History::compact);
    }
    return pruned;
  }

  private static boolean compact(Connection connection) {
    try {
      for (String sql : REWRITE) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
      return true;
    } catch (SQLException inUse) {
      return false;
    }
  }
}
