package dev.medley.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of a prompt as rows. */
final class FileColumns {
  private static final String OF_RUN = "SELECT * FROM files WHERE run_id = ? ORDER BY position";

  private FileColumns() {}

  static void insert(Connection connection, PastRun run) throws SQLException {
    int position = 1;
    for (PastFile file : run.question().files()) {
      new NewRow("files")
          .put("run_id", run.id())
          .put("position", position++)
          .put("kind", file.kind().wireName())
          .put("path", file.path())
          .put("size", file.size())
          .put("sha256", file.sha256())
          .insert(connection);
    }
  }

  static List<PastFile> read(Connection connection, String runId) throws SQLException {
    List<PastFile> files = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(OF_RUN)) {
      query.setString(1, runId);
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        files.add(
            new PastFile(
                PastFile.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("path"),
                OutcomeColumns.number(row, "size"),
                Optional.ofNullable(row.getString("sha256"))));
      }
    }
    return files;
  }
}
