package dev.medley.catalog;

import dev.medley.chat.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of models: a price list with a date. It answers for the names it knows, however a
 * gateway spells them, and never guesses: a wrong price is worse than none.
 */
public final class Catalog {
  /** The provider of simulated models; its names mean nothing elsewhere, and no others mean it. */
  private static final String DEMO = "demo";

  /**
   * Providers that serve other people's models at prices of their own, or at none on the user's own
   * machine: what a model is may be known there, what it costs is not.
   */
  private static final Set<String> OWN_PRICES =
      Set.of("ollama", "lmstudio", "llamacpp", "vllm", "local", "groq", "together", "fireworks");

  /** Makers whose models the list does not have. */
  private static final Set<String> MAKERS_BESIDE = Set.of("mistral", "cohere", "ai21");

  /** Variants of a gateway that mean the same model at the same price. */
  private static final Set<String> SAME_PRICE = Set.of("beta", "thinking", "nitro", "floor");

  private final Map<String, Entry> byName = new HashMap<>();
  private final List<Entry> entries;
  private final LocalDate asOf;

  Catalog(List<Entry> entries, LocalDate asOf) {
    this.entries = List.copyOf(entries);
    this.asOf = asOf;
    entries.forEach(this::index);
  }

  /** The list that comes with the program; read once, on first use. */
  public static Catalog bundled() {
    return Bundled.CATALOG;
  }

  /**
   * The model of that name: an id, an alias or a dated snapshot, with or without its vendor in
   * front, with dots or dashes, in any case. Empty when no line of the list means it.
   */
  public Optional<ModelInfo> find(String id) {
    Spelling spelling = Spelling.of(id);
    return Stream.of(spelling.name(), spelling.family())
        .map(byName::get)
        .filter(entry -> entry != null && spelling.fits(entry.vendors()))
        .findFirst()
        .flatMap(entry -> variant(entry.info(), spelling.variant()));
  }

  /**
   * Like {@link #find(String)}, mindful of who serves it: without a price for local servers and for
   * hosts of open models, whose prices are not those of the list.
   */
  public Optional<ModelInfo> find(ModelRef ref) {
    Optional<ModelInfo> found =
        find(ref.id()).filter(info -> simulated(info.provider()) == simulated(ref.provider()));
    return hasOwnPrices(ref.provider())
        ? found.map(info -> info.withPrice(Optional.empty()))
        : found;
  }

  /** Whether this provider asks prices of its own for other people's models, or none. */
  static boolean hasOwnPrices(String provider) {
    return OWN_PRICES.contains(provider);
  }

  /** Whether the list has models that this provider makes. */
  boolean makes(String provider) {
    return MAKERS_BESIDE.contains(provider)
        || entries.stream().anyMatch(entry -> entry.info().provider().equals(provider));
  }

  /** What may stand in front of this provider's models. */
  Set<String> vendors(String provider) {
    return entries.stream()
        .filter(entry -> entry.info().provider().equals(provider))
        .map(Entry::vendors)
        .findFirst()
        .orElse(Set.of());
  }

  /** Whether this provider's models are simulated, and cost play money. */
  public static boolean simulated(String provider) {
    return provider.equals(DEMO);
  }

  /** All models in the order of the list, grouped by provider. */
  public List<ModelInfo> all() {
    return entries.stream().map(Entry::info).toList();
  }

  /** Whether the list marks this model as one to move away from. */
  public boolean deprecated(ModelInfo model) {
    return entries.stream()
        .filter(Entry::deprecated)
        .map(Entry::info)
        .anyMatch(info -> info.provider().equals(model.provider()) && info.id().equals(model.id()));
  }

  /** The day on which the figures were read. */
  public LocalDate asOf() {
    return asOf;
  }

  private Optional<ModelInfo> variant(ModelInfo info, Optional<String> variant) {
    if (variant.isEmpty() || SAME_PRICE.contains(variant.get())) {
      return Optional.of(info);
    }
    Price free = new Price(Rates.free(), List.of(), Optional.of(asOf), Price.Source.BUNDLED);
    return variant.filter("free"::equals).map(v -> info.withPrice(Optional.of(free)));
  }

  private void index(Entry entry) {
    List<String> names = new ArrayList<>(entry.aliases());
    names.add(entry.info().id());
    for (String name : names) {
      Entry other = byName.put(Spelling.of(name).name(), entry);
      if (other != null && other != entry) {
        throw new IllegalStateException("two models are called " + name);
      }
    }
  }

  /** Loaded by the class loader, hence lazily, once and safely among threads. */
  private static final class Bundled {
    static final Catalog CATALOG = load();

    private static Catalog load() {
      try (InputStream yaml = Catalog.class.getResourceAsStream("catalog.yaml")) {
        return CatalogReader.read(yaml);
      } catch (IOException e) {
        throw new UncheckedIOException("the bundled price list cannot be read", e);
      }
    }
  }
}
