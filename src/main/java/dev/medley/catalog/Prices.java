package dev.medley.catalog;

import dev.medley.chat.ModelRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What models are and cost: the bundled list, and over it the one that the user has imported. */
public final class Prices {
  private final Supplier<Optional<PriceList>> file;
  private Optional<PriceList> imported;

  /**
   * @param file the imported list, asked for once, when first needed
   */
  public Prices(Supplier<Optional<PriceList>> file) {
    this.file = file;
  }

  /** The imported list, if there is one. */
  public synchronized Optional<PriceList> imported() {
    if (imported == null) {
      imported = file.get();
    }
    return imported;
  }

  /** What is known of a model; {@link ModelInfo#unknown} when nothing is. */
  public ModelInfo info(ModelRef ref) {
    Optional<ModelInfo> bundled = Catalog.bundled().find(ref);
    Optional<ModelInfo> newer = imported().flatMap(list -> list.find(ref));
    if (newer.isEmpty()) {
      return bundled.orElseGet(() -> ModelInfo.unknown(ref.provider(), ref.id()));
    }
    return bundled.map(known -> over(newer.get(), known)).orElse(newer.get());
  }

  private static ModelInfo over(ModelInfo newer, ModelInfo known) {
    Set<ModelInfo.Ability> abilities = EnumSet.noneOf(ModelInfo.Ability.class);
    abilities.addAll(known.abilities());
    abilities.addAll(newer.abilities());
    return new ModelInfo(
        known.provider(),
        known.id(),
        newer.window().isPresent() ? newer.window() : known.window(),
        newer.maxOutput().isPresent() ? newer.maxOutput() : known.maxOutput(),
        newer.price().or(known::price),
        abilities);
  }

  /**
   * All models of both lists: the bundled ones as they are now, then those that only the other has.
   */
  public List<ModelInfo> all() {
    List<ModelInfo> all = new ArrayList<>();
    Catalog.bundled().all().forEach(m -> all.add(info(new ModelRef(m.provider(), m.id()))));
    imported().stream()
        .flatMap(list -> list.models().stream())
        .filter(m -> Catalog.bundled().find(new ModelRef(m.provider(), m.id())).isEmpty())
        .forEach(all::add);
    return all;
  }
}
