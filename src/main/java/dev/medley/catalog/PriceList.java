package dev.medley.catalog;

import dev.medley.chat.ModelRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A price list that the user has imported. A model is found under its provider first; prices of
 * those who make models hold for them wherever they are served, as in the bundled list, prices of
 * those who only serve them do not.
 */
public final class PriceList {
  private final String source;
  private final LocalDate asOf;
  private final List<ModelInfo> models;
  private final Map<String, ModelInfo> served = new HashMap<>();
  private final Catalog made;

  PriceList(String source, LocalDate asOf, List<Entry> entries) {
    this.source = source;
    this.asOf = asOf;
    this.models = entries.stream().map(Entry::info).toList();
    Map<String, Entry> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      ModelInfo info = entry.info();
      served.putIfAbsent(key(info.provider() + "/" + info.id()), info);
      entry.aliases().forEach(alias -> served.putIfAbsent(key(alias), info));
      if (Catalog.bundled().makes(info.provider()) && info.id().indexOf(':') < 0) {
        byName.putIfAbsent(Spelling.of(info.id()).name(), asMade(entry));
      }
    }
    this.made = new Catalog(List.copyOf(byName.values()), asOf);
  }

  private static Entry asMade(Entry entry) {
    Set<String> vendors = new HashSet<>(entry.vendors());
    vendors.addAll(Catalog.bundled().vendors(entry.info().provider()));
    return new Entry(entry.info(), List.of(), vendors, false);
  }

  /** Where it came from: a file or an address, for people. */
  public String source() {
    return source;
  }

  /** The day on which it was imported. */
  public LocalDate asOf() {
    return asOf;
  }

  /** In the order of the list. */
  public List<ModelInfo> models() {
    return models;
  }

  Optional<ModelInfo> find(ModelRef ref) {
    if (Catalog.simulated(ref.provider())) {
      return Optional.empty();
    }
    Optional<ModelInfo> here =
        Stream.of(ref.id(), undated(ref.id()))
            .map(id -> served.get(key(ref.provider() + "/" + id)))
            .filter(info -> info != null)
            .findFirst();
    if (here.isPresent() || Catalog.hasOwnPrices(ref.provider())) {
      return here;
    }
    boolean withVendor = ref.id().indexOf('/') > 0;
    return Optional.ofNullable(withVendor ? served.get(key(ref.id())) : null)
        .or(() -> made.find(ref.id()));
  }

  private static String undated(String id) {
    Spelling spelling = Spelling.of(id);
    String path = spelling.path().isEmpty() ? "" : String.join("/", spelling.path()) + "/";
    return path + spelling.family() + spelling.variant().map(v -> ":" + v).orElse("");
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('.', '-').replace('@', '-');
  }
}
