package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.catalog.Prices;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What models cost, by the bundled list and the imported one. */
public final class PricesTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("model"),
          Column.right("$/M in"),
          Column.right("cached"),
          Column.right("$/M out"),
          Column.left("as of"));

  private final Prices prices;
  private final List<ModelInfo> models;

  public PricesTable(Prices prices, List<ModelInfo> models) {
    this.prices = prices;
    this.models = List.copyOf(models);
  }

  /** As it is listed, in lower case. */
  public static String name(ModelInfo model) {
    return (model.provider() + "/" + model.id()).toLowerCase(Locale.ROOT);
  }

  /** The table, and below it which lists it is from. */
  public List<String> lines(Style style, int columns) {
    Table table = new Table(COLUMNS);
    models.forEach(model -> table.add(row(model, style)));
    List<String> lines =
        new ArrayList<>(models.isEmpty() ? List.of() : table.lines(style, columns));
    lines.add(style.dim("bundled list of " + Catalog.bundled().asOf()));
    prices
        .imported()
        .ifPresent(
            list ->
                lines.add(
                    style.dim(
                        "over it: "
                            + list.models().size()
                            + " prices, imported on "
                            + list.asOf()
                            + " from "
                            + SafeText.forTerminal(list.source()))));
    return lines;
  }

  private static List<Cell> row(ModelInfo model, Style style) {
    Optional<Price> price = model.price();
    String tiers = price.filter(p -> !p.tiers().isEmpty()).isPresent() ? "+" : "";
    return List.of(
        new Cell(SafeText.forTerminal(model.provider() + "/" + model.id()), style::bold),
        Cell.of(figure(price.map(Price::input)) + tiers),
        Cell.of(figure(price.flatMap(Price::cachedInput))),
        Cell.of(figure(price.map(Price::output)) + tiers),
        new Cell(price.flatMap(Price::asOf).map(Object::toString).orElse(""), style::dim));
  }

  private static String figure(Optional<BigDecimal> usd) {
    return usd.map(ModelsTable::plain).orElse(Figures.UNKNOWN);
  }

  public String json() {
    ObjectNode document = PriceJson.document();
    PriceJson.lists(document, prices);
    var rows = document.putArray("models");
    models.forEach(
        model -> PriceJson.model(rows.addObject(), model.provider() + "/" + model.id(), model));
    return document.toPrettyString();
  }
}
