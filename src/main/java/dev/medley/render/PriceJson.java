package dev.medley.render;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.catalog.PriceList;
import dev.medley.catalog.Prices;
import dev.medley.catalog.Rates;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices as JSON: USD per million tokens; unknown is null. */
final class PriceJson {
  private PriceJson() {}

  static ObjectNode document() {
    return new JsonMapper().createObjectNode().put("schema_version", 1);
  }

  static void lists(ObjectNode document, Prices prices) {
    document.put("bundled_as_of", Catalog.bundled().asOf().toString());
    Optional<PriceList> imported = prices.imported();
    document.put("imported_as_of", imported.map(list -> list.asOf().toString()).orElse(null));
    document.put("imported_from", imported.map(PriceList::source).orElse(null));
  }

  static void model(ObjectNode node, String name, ModelInfo model) {
    node.put("model", name);
    count(node, "context", model.window());
    count(node, "max_output", model.maxOutput());
    var abilities = node.putArray("abilities");
    model.abilities().forEach(a -> abilities.add(a.name().toLowerCase(Locale.ROOT)));
    if (model.price().isEmpty()) {
      node.putNull("price");
      return;
    }
    Price price = model.price().get();
    ObjectNode out = node.putObject("price");
    rates(out, price.usual());
    var tiers = out.putArray("tiers");
    price.tiers().forEach(t -> rates(tiers.addObject().put("above", t.above()), t.rates()));
    out.put("as_of", price.asOf().map(Object::toString).orElse(null));
    out.put("source", price.source().name().toLowerCase(Locale.ROOT));
  }

  private static void rates(ObjectNode node, Rates rates) {
    amount(node, "input", Optional.of(rates.input()));
    amount(node, "cached_input", rates.cachedInput());
    amount(node, "cache_write", rates.cacheWrite());
    amount(node, "output", Optional.of(rates.output()));
    amount(node, "reasoning", rates.reasoning());
  }

  private static void amount(ObjectNode node, String name, Optional<BigDecimal> usd) {
    node.put(name, usd.map(ModelsTable::plain).map(BigDecimal::new).orElse(null));
  }

  private static void count(ObjectNode node, String name, OptionalLong tokens) {
    if (tokens.isPresent()) {
      node.put(name, tokens.getAsLong());
    } else {
      node.putNull(name);
    }
  }
}
