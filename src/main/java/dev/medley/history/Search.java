package dev.medley.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks for words in prompts and answers. */
final class Search {
  private static final String MATCHING =
      "SELECT runs.*, snippet(runs_text, -1, ?, ?, '…', 16) AS snippet"
          + " FROM runs_text JOIN runs ON runs.number = runs_text.rowid";

  /** Characters on either side of what was found letter by letter. */
  private static final int AROUND = 40;

  private final SearchWords words;

  Search(SearchWords words) {
    this.words = words;
  }

  /** The latest first. */
  List<Found> run(Connection connection, Filter filter, int limit) throws SQLException {
    if (words.match().isEmpty()) {
      RunQuery query = unspaced(RunQuery.all()).where(filter);
      return query.read(connection, "number DESC", limit, this::around);
    }
    RunQuery query =
        unspaced(
                new RunQuery(MATCHING)
                    .given(String.valueOf(Found.BEGIN), String.valueOf(Found.END)))
            .where("runs_text MATCH ?", words.match())
            .where(filter);
    return query.read(
        connection,
        "runs_text.rowid DESC",
        limit,
        row -> new Found(RunColumns.read(row), row.getString("snippet")));
  }

  private RunQuery unspaced(RunQuery query) {
    for (String word : words.unspaced()) {
      query.where("(instr(runs.prompt, ?) OR instr(runs.answer, ?))", word, word);
    }
    return query;
  }

  private Found around(ResultSet row) throws SQLException {
    PastRun run = RunColumns.read(row);
    String word = words.unspaced().get(0);
    String prompt = run.question().user().orElse("");
    String text = prompt.contains(word) ? prompt : run.ending().outcome().reply().text();
    return new Found(run, snippet(text, word));
  }

  private static String snippet(String text, String word) {
    int begin = text.indexOf(word);
    int end = begin + word.length();
    int from = text.offsetByCodePoints(begin, -Math.min(AROUND, text.codePointCount(0, begin)));
    int to =
        text.offsetByCodePoints(end, Math.min(AROUND, text.codePointCount(end, text.length())));
    return (from > 0 ? "…" : "")
        + text.substring(from, begin)
        + Found.BEGIN
        + text.substring(begin, end)
        + Found.END
        + text.substring(end, to)
        + (to < text.length() ? "…" : "");
  }
}
