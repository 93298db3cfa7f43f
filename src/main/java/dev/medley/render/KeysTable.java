package dev.medley.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.util.List;

/** Where keys come from, as a table or as JSON; never a key. */
public final class KeysTable {
  private static final JsonMapper JSON = new JsonMapper();

  private KeysTable() {}

  /**
   * A key.
   *
   * @param source such as {@code env:OPENAI_API_KEY}
   * @param note what else there is to say; may be empty
   * @param used whether requests carry it
   */
  public record Row(String provider, String source, String note, boolean used) {}

  public static List<String> lines(List<Row> rows, Style style, int columns) {
    Table table =
        new Table(
            List.of(
                Column.left("provider"),
                Column.left("key from"),
                Column.left("used"),
                Column.left("")));
    for (Row row : rows) {
      table.add(
          List.of(
              new Cell(row.provider(), style::bold),
              Cell.of(row.source()),
              new Cell(row.used() ? "yes" : "no", row.used() ? style::green : style::yellow),
              Cell.of(row.note())));
    }
    return table.lines(style, columns);
  }

  public static String json(List<Row> rows) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    var keys = document.putArray("keys");
    for (Row row : rows) {
      keys.addObject()
          .put("provider", row.provider())
          .put("source", row.source())
          .put("used", row.used())
          .put("note", row.note().isEmpty() ? null : row.note());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}
