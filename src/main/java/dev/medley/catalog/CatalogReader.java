package dev.medley.catalog;

import dev.medley.catalog.ModelInfo.Ability;
import dev.medley.catalog.Price.Source;
import dev.medley.catalog.Price.Tier;
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
  private final YamlNode root;
  private final LocalDate asOf;
  private final Source source;

  private CatalogReader(YamlNode root, Source source) {
    this.root = root;
    this.source = source;
    this.asOf = LocalDate.parse(root.need("as_of").text());
  }

  /**
   * A list that the user has imported, of the same shape.
   *
   * @throws RuntimeException when it is not what we have written
   */
  static PriceList imported(InputStream json) throws IOException {
    CatalogReader reader = new CatalogReader(YamlNode.readJson(json), Source.IMPORTED);
    return new PriceList(reader.root.need("source").text(), reader.asOf, reader.entries());
  }

  static Catalog read(InputStream yaml) throws IOException {
    CatalogReader reader = new CatalogReader(YamlNode.read(yaml), Source.BUNDLED);
    return new Catalog(reader.entries(), reader.asOf);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    root.need("models")
        .members()
        .forEach(
            (provider, models) -> {
              Set<String> vendors = vendors(provider, models);
              models.items().forEach(model -> entries.add(entry(provider, vendors, model)));
            });
    return entries;
  }

  /** The provider's own name and all that any of its models has in front. */
  private static Set<String> vendors(String provider, YamlNode models) {
    Set<String> vendors = new HashSet<>(Set.of(provider));
    for (YamlNode model : models.items()) {
      vendors.addAll(Spelling.of(model.need("id").text()).path());
      texts(model, "aliases").forEach(alias -> vendors.addAll(Spelling.of(alias).path()));
    }
    return vendors;
  }

  private Entry entry(String provider, Set<String> vendors, YamlNode model) {
    ModelInfo info =
        new ModelInfo(
            provider,
            model.need("id").text(),
            count(model.get("window")),
            count(model.get("max_output")),
            model.get("price").map(this::price),
            abilities(texts(model, "abilities")));
    boolean deprecated =
        model.get("deprecated").map(YamlNode::text).filter("true"::equals).isPresent();
    return new Entry(info, texts(model, "aliases"), vendors, deprecated);
  }

  /** Figures are read as they are written, so that none of them passes through a double. */
  private Price price(YamlNode price) {
    List<Tier> tiers =
        price.get("tiers").map(YamlNode::items).orElse(List.of()).stream()
            .map(tier -> new Tier(Long.parseLong(tier.need("above").text()), rates(tier)))
            .toList();
    return new Price(rates(price), tiers, Optional.of(asOf), source);
  }

  private static Rates rates(YamlNode price) {
    return new Rates(
        new BigDecimal(price.need("input").text()),
        amount(price, "cached_input"),
        amount(price, "cache_write"),
        new BigDecimal(price.need("output").text()),
        amount(price, "reasoning"));
  }

  private static Optional<BigDecimal> amount(YamlNode price, String name) {
    return price.get(name).map(YamlNode::text).map(BigDecimal::new);
  }

  private static Set<Ability> abilities(List<String> names) {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    names.forEach(name -> abilities.add(Ability.valueOf(name.toUpperCase(Locale.ROOT))));
    return abilities;
  }

  private static OptionalLong count(Optional<YamlNode> number) {
    return number.map(YamlNode::text).stream().mapToLong(Long::parseLong).findAny();
  }

  private static List<String> texts(YamlNode model, String name) {
    return model.get(name).map(YamlNode::items).orElse(List.of()).stream()
        .map(YamlNode::text)
        .toList();
  }
}
