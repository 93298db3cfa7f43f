package dev.medley.history;

import dev.medley.chat.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A run as a row. */
final class RunColumns {
  private RunColumns() {}

  static void insert(Connection connection, PastRun run) throws SQLException {
    NewRow row = new NewRow("runs");
    put(row, run.heading());
    row.put("requested_name", run.requested().name());
    row.put("requested_model", run.requested().ref().toString());
    put(row, run.question());
    Ending ending = run.ending();
    row.put("model_name", ending.model().name()).put("model", ending.model().ref().toString());
    // Where the prompt is kept, an empty answer is one; else it is just not kept.
    boolean bodies = run.question().user().isPresent();
    row.put("answer", bodies ? ending.outcome().reply().text() : null);
    String reasoning = ending.outcome().reply().reasoning();
    row.put("reasoning", reasoning.isEmpty() ? null : reasoning);
    OutcomeColumns.put(row, ending.result(), ending.outcome());
    OutcomeColumns.put(row, ending.usage(), ending.cost());
    row.insert(connection);
  }

  private static void put(NewRow row, Heading heading) {
    row.put("id", heading.id());
    row.put("asked_at", heading.at().toEpochMilli());
    row.put("command", heading.command());
    row.put("comparison_id", heading.comparisonId());
    row.put("conversation_id", heading.place().conversationId());
    row.put("parent_id", heading.place().parentId());
    Optional<RouteTaken> route = heading.route();
    row.put("task", route.flatMap(RouteTaken::task));
    row.put("rule", route.map(RouteTaken::rule).orElse(OptionalInt.empty()));
    row.put("reasons", route.map(taken -> String.join("\n", taken.reasons())));
  }

  private static void put(NewRow row, Question question) {
    row.put("models", Json.text(question.models()));
    row.put("prompt", question.user());
    row.put("system", question.system());
    row.put("options", Json.text(question.parameters().fields()));
    row.put("streamed", question.streamed());
    row.put("form", question.form());
  }

  /** Without its attempts and files. */
  static PastRun read(ResultSet row) throws SQLException {
    return new PastRun(
        heading(row),
        PastModel.of(row.getString("requested_name"), row.getString("requested_model")),
        question(row),
        List.of(),
        ending(row));
  }

  private static Heading heading(ResultSet row) throws SQLException {
    Place place =
        new Place(
            Optional.ofNullable(row.getString("conversation_id")),
            Optional.ofNullable(row.getString("parent_id")));
    return new Heading(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        row.getString("command"),
        Optional.ofNullable(row.getString("comparison_id")),
        place,
        route(row));
  }

  private static Optional<RouteTaken> route(ResultSet row) throws SQLException {
    String reasons = row.getString("reasons");
    if (reasons == null) {
      return Optional.empty();
    }
    OptionalLong rule = OutcomeColumns.number(row, "rule");
    return Optional.of(
        new RouteTaken(
            Optional.ofNullable(row.getString("task")),
            rule.isPresent() ? OptionalInt.of((int) rule.getAsLong()) : OptionalInt.empty(),
            reasons.lines().toList()));
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        Optional.ofNullable(row.getString("prompt")),
        Optional.ofNullable(row.getString("system")),
        Json.parameters(row.getString("options")),
        row.getBoolean("streamed"),
        Json.strings(row.getString("models")),
        List.of(),
        Optional.ofNullable(row.getString("form")));
  }

  private static Ending ending(ResultSet row) throws SQLException {
    Outcome outcome =
        OutcomeColumns.outcome(
            row,
            Optional.ofNullable(row.getString("answer")).orElse(""),
            Optional.ofNullable(row.getString("reasoning")).orElse(""),
            Instant.ofEpochMilli(row.getLong("asked_at")));
    return new Ending(
        row.getString("outcome"),
        PastModel.of(row.getString("model_name"), row.getString("model")),
        outcome,
        OutcomeColumns.usage(row),
        OutcomeColumns.cost(row));
  }
}
