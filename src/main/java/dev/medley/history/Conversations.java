package dev.medley.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conversations in the history, which runs form by following one another. */
public final class Conversations {
  /** What can be a turn: an answer with something in it, and prompt and answer are kept. */
  private static final String TURN =
      "outcome = 'answered' AND conversation_id IS NOT NULL AND prompt IS NOT NULL"
          + " AND trim(answer, char(9, 10, 13, 32)) <> ''";

  private final Store store;

  public Conversations(Store store) {
    this.store = store;
  }

  /** The one that was gone on with last; what was asked side by side is in none. */
  public Optional<PastConversation> last() {
    return endingWith(turns().where("comparison_id IS NULL"));
  }

  /** The latest state of a conversation. */
  public Optional<PastConversation> latest(String conversationId) {
    return endingWith(turns().where("conversation_id = ?", conversationId));
  }

  /** A conversation up to this run; empty when the run is no turn of any. */
  public Optional<PastConversation> upTo(String runId) {
    return endingWith(turns().where("id = ?", runId));
  }

  /** Conversations whose ids begin so. */
  public List<String> beginningWith(String prefix, int limit) {
    RunQuery query =
        new RunQuery("SELECT DISTINCT conversation_id FROM runs")
            .where(
                "conversation_id >= ? AND conversation_id < ?", prefix, prefix + History.AFTER_ALL);
    List<String> found =
        store
            .read(c -> query.read(c, "conversation_id DESC", limit, row -> row.getString(1)))
            .orElse(List.of());
    return found.contains(prefix) ? List.of(prefix) : found;
  }

  private static RunQuery turns() {
    return RunQuery.all().where(TURN);
  }

  private Optional<PastConversation> endingWith(RunQuery query) {
    return store.read(
        connection -> {
          List<PastRun> last = query.read(connection, "number DESC", 1, RunColumns::read);
          return last.isEmpty() ? null : conversation(connection, last.get(0));
        });
  }

  private static PastConversation conversation(Connection connection, PastRun last)
      throws SQLException {
    String id = last.heading().place().conversationId().orElseThrow();
    RunQuery later =
        turns()
            .where("conversation_id = ?", id)
            .where("number > (SELECT number FROM runs WHERE id = ?)", last.id());
    boolean latest = later.read(connection, "number", 1, RunColumns::read).isEmpty();
    return new PastConversation(id, latest, path(connection, last));
  }

  /**
   * From the first turn to this one, by the runs that each follows. Of those that failed, the ones
   * that brought an answer which broke off are turns, too: someone went on from there.
   */
  private static List<PastRun> path(Connection connection, PastRun last) throws SQLException {
    List<PastRun> turns = new ArrayList<>(History.whole(connection, List.of(last)));
    Set<String> seen = new HashSet<>(Set.of(last.id()));
    Optional<String> next = last.heading().place().parentId();
    while (next.isPresent() && seen.add(next.get())) {
      List<PastRun> found =
          RunQuery.all()
              .where("id = ?", next.get())
              .read(connection, "number", 1, RunColumns::read);
      if (found.stream().anyMatch(Conversations::counts)) {
        turns.addAll(History.whole(connection, found));
      }
      next = found.stream().findFirst().flatMap(run -> run.heading().place().parentId());
    }
    Collections.reverse(turns);
    return turns;
  }

  private static boolean counts(PastRun run) {
    return run.question().user().isPresent() && !run.ending().outcome().reply().text().isBlank();
  }
}
