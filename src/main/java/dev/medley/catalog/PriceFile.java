package dev.medley.catalog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** An imported price list as we keep it: JSON of the same shape as the bundled list. */
public final class PriceFile {
  private PriceFile() {}

  /**
   * The list in that file; empty when there is none.
   *
   * @throws IOException when it cannot be read or is not what we have written
   */
  public static Optional<PriceList> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream json = Files.newInputStream(file)) {
      return Optional.of(CatalogReader.imported(json));
    } catch (RuntimeException notOurs) {
      throw new IOException("it is not a price list as medley prices import writes it", notOurs);
    }
  }

  /**
   * The text of such a file.
   *
   * @param source where the list came from, for people
   */
  public static String text(List<PriceImport.Priced> models, String source, LocalDate asOf) {
    ObjectNode document = new JsonMapper().createObjectNode();
    document.put("as_of", asOf.toString()).put("source", source);
    ObjectNode makers = document.putObject("models");
    for (PriceImport.Priced priced : models) {
      ModelInfo model = priced.info();
      ObjectNode node = makers.withArray("/" + pointer(model.provider())).addObject();
      node.put("id", model.id());
      priced.alias().ifPresent(alias -> node.putArray("aliases").add(alias));
      count(node, "window", model.window());
      count(node, "max_output", model.maxOutput());
      price(node.putObject("price"), model.price().orElseThrow());
      if (!model.abilities().isEmpty()) {
        var abilities = node.putArray("abilities");
        model.abilities().forEach(a -> abilities.add(a.name().toLowerCase(Locale.ROOT)));
      }
    }
    return document.toString() + "\n";
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static void price(ObjectNode node, Price price) {
    rates(node, price.usual());
    if (!price.tiers().isEmpty()) {
      var tiers = node.putArray("tiers");
      price.tiers().forEach(t -> rates(tiers.addObject().put("above", t.above()), t.rates()));
    }
  }

  private static void rates(ObjectNode node, Rates rates) {
    amount(node, "input", Optional.of(rates.input()));
    amount(node, "cached_input", rates.cachedInput());
    amount(node, "cache_write", rates.cacheWrite());
    amount(node, "output", Optional.of(rates.output()));
    amount(node, "reasoning", rates.reasoning());
  }

  private static void amount(ObjectNode node, String name, Optional<BigDecimal> usd) {
    usd.ifPresent(value -> node.put(name, value.toPlainString()));
  }

  private static void count(ObjectNode node, String name, OptionalLong tokens) {
    if (tokens.isPresent()) {
      node.put(name, tokens.getAsLong());
    }
  }
}
