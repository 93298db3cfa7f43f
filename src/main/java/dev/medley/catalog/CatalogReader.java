package dev.medley.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.medley.catalog.ModelInfo.Ability;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the price list. It is our own file: what is wrong in it is a bug and throws. */
final class CatalogReader {
  private final JsonNode root;
  private final LocalDate asOf;

  private CatalogReader(JsonNode root) {
    this.root = root;
    this.asOf = LocalDate.parse(root.required("as_of").textValue());
  }

  static Catalog read(InputStream yaml) throws IOException {
    CatalogReader reader = new CatalogReader(new YAMLMapper().readTree(yaml));
    return new Catalog(reader.entries(), reader.asOf);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (var group : root.required("models").properties()) {
      Set<String> vendors = vendors(group.getKey(), group.getValue());
      group.getValue().forEach(model -> entries.add(entry(group.getKey(), vendors, model)));
    }
    return entries;
  }

  /** The provider's own name and all that any of its models has in front. */
  private static Set<String> vendors(String provider, JsonNode models) {
    Set<String> vendors = new HashSet<>(Set.of(provider));
    for (JsonNode model : models) {
      vendors.addAll(Spelling.of(model.required("id").textValue()).path());
      texts(model.path("aliases")).forEach(alias -> vendors.addAll(Spelling.of(alias).path()));
    }
    return vendors;
  }

  private Entry entry(String provider, Set<String> vendors, JsonNode model) {
    ModelInfo info =
        new ModelInfo(
            provider,
            model.required("id").textValue(),
            count(model.path("window")),
            count(model.path("max_output")),
            price(model.path("price")),
            abilities(model.path("abilities")));
    return new Entry(
        info, texts(model.path("aliases")), vendors, model.path("deprecated").asBoolean());
  }

  private Optional<Price> price(JsonNode price) {
    if (price.isMissingNode()) {
      return Optional.empty();
    }
    Optional<BigDecimal> cached =
        price.has("cached_input") ? Optional.of(usd(price, "cached_input")) : Optional.empty();
    return Optional.of(
        new Price(usd(price, "input"), cached, usd(price, "output"), Optional.of(asOf)));
  }

  /** Figures are quoted in the file, so that none of them passes through a double. */
  private static BigDecimal usd(JsonNode price, String name) {
    return new BigDecimal(price.required(name).textValue());
  }

  private static Set<Ability> abilities(JsonNode names) {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    texts(names).forEach(name -> abilities.add(Ability.valueOf(name.toUpperCase(Locale.ROOT))));
    return abilities;
  }

  private static OptionalLong count(JsonNode number) {
    return number.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(number.longValue());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.textValue()));
    return texts;
  }
}
