package dev.medley.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Price;
import dev.medley.config.Target;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Models that can be named, as a table or as JSON. */
public final class ModelsTable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("name"),
          Column.left("model"),
          Column.right("window"),
          Column.right("$/M in"),
          Column.right("$/M out"),
          Column.left("key"));

  private ModelsTable() {}

  /** Whether the provider's key is there. */
  public enum Key {
    PRESENT,
    MISSING,
    NOT_NEEDED;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One model. */
  public record Row(Target target, Key key) {
    public boolean usable() {
      return key != Key.MISSING;
    }
  }

  public static List<String> lines(List<Row> rows, Style style, int columns) {
    Table table = new Table(COLUMNS);
    for (Row row : rows) {
      String ref = row.target().ref().toString();
      Optional<Price> price = row.target().info().price();
      table.add(
          List.of(
              new Cell(row.target().name(), style::bold),
              Cell.of(ref.equals(row.target().name()) ? "" : ref),
              Cell.of(window(row.target().info().window())),
              Cell.of(price.map(Price::input).map(ModelsTable::plain).orElse(Figures.UNKNOWN)),
              Cell.of(price.map(Price::output).map(ModelsTable::plain).orElse(Figures.UNKNOWN)),
              new Cell(row.key().words(), row.usable() ? style::green : style::yellow)));
    }
    return table.lines(style, columns);
  }

  /** {@code 128k}, {@code 1M}: windows are round numbers. */
  public static String window(OptionalLong tokens) {
    if (tokens.isEmpty()) {
      return Figures.UNKNOWN;
    }
    long n = tokens.getAsLong();
    if (n >= 1_000_000) {
      return n / 1_000_000 + (n % 1_000_000 >= 100_000 ? "." + n % 1_000_000 / 100_000 : "") + "M";
    }
    return n >= 1000 ? n / 1000 + "k" : Long.toString(n);
  }

  public static String plain(BigDecimal price) {
    return price.signum() == 0 ? "0" : price.stripTrailingZeros().toPlainString();
  }

  public static String json(List<Row> rows) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    var models = document.putArray("models");
    for (Row row : rows) {
      Target target = row.target();
      ObjectNode node = models.addObject();
      node.put("name", target.name());
      node.put("model", target.ref().toString());
      node.put("provider", target.ref().provider());
      putCount(node, "context", target.info().window());
      putCount(node, "max_output", target.info().maxOutput());
      node.put("input_usd_per_million", target.info().price().map(Price::input).orElse(null));
      node.put("output_usd_per_million", target.info().price().map(Price::output).orElse(null));
      node.put(
          "price_as_of",
          target.info().price().flatMap(Price::asOf).map(Object::toString).orElse(null));
      node.put("key", row.key().name().toLowerCase(Locale.ROOT));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static void putCount(ObjectNode node, String name, OptionalLong value) {
    if (value.isPresent()) {
      node.put(name, value.getAsLong());
    } else {
      node.putNull(name);
    }
  }
}
