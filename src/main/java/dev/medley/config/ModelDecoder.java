package dev.medley.config;

import dev.medley.catalog.ModelTier;
import dev.medley.catalog.Price;
import dev.medley.chat.ModelRef;
import dev.medley.config.ModelAlias.Facts;
import dev.medley.config.Section.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** {@code models} and {@code groups}. */
final class ModelDecoder {
  private final KnownNames names;
  private final Predicate<Origin> untrusted;

  /**
   * @param untrusted whether a place is in a file that may come from anyone
   */
  ModelDecoder(KnownNames names, Predicate<Origin> untrusted) {
    this.names = names;
    this.untrusted = untrusted;
  }

  Map<String, ModelAlias> aliases(Section models) {
    Map<String, ModelAlias> aliases = new LinkedHashMap<>();
    models
        .sections()
        .forEach((name, section) -> alias(name, section).ifPresent(a -> aliases.put(name, a)));
    return aliases;
  }

  Map<String, List<String>> groups(Section groups) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (String name : groups.node().entries().keySet()) {
      names.checkModels(groups.places(name));
      decoded.put(name, groups.texts(name));
    }
    names.checkCircles();
    return decoded;
  }

  private Optional<ModelAlias> alias(String name, Section section) {
    if (name.startsWith("@") || name.contains(",")) {
      section.problem("the name of a model must not begin with @ or have a comma");
    }
    if (!section.has("id")) {
      section.problem("needs an id, such as {id: openai/gpt-4o-mini}");
    }
    Optional<ModelRef> ref = section.place("id").flatMap(place -> ref(section, place));
    Optional<Price> price = new PriceDecoder(untrusted).price(section.section("price"));
    Facts facts =
        new Facts(
            price,
            count(section, "context"),
            maxOutput(section, price),
            section.parsed("tier", ModelDecoder::tier));
    return ref.map(it -> new ModelAlias(name, it, facts, ProviderDecoder.dialect(section)));
  }

  private Optional<ModelRef> ref(Section section, Place place) {
    String id = place.text();
    int slash = id.indexOf('/');
    if (slash <= 0 || slash == id.length() - 1) {
      section.problem(place, "\"" + id + "\" must be provider/model, such as openai/gpt-4o-mini");
      return Optional.empty();
    }
    names.checkProvider(place, id.substring(0, slash));
    return Optional.of(new ModelRef(id.substring(0, slash), id.substring(slash + 1)));
  }

  /** A checkout must not make an answer look shorter, and cheaper, than the model may make it. */
  private OptionalLong maxOutput(Section section, Optional<Price> price) {
    OptionalLong tokens = count(section, "max_output");
    boolean holds =
        !untrusted.test(section.origin("max_output"))
            || price.filter(p -> p.source() == Price.Source.PROJECT).isPresent();
    return holds ? tokens : OptionalLong.empty();
  }

  /** Reads {@code small}, {@code medium} or {@code large}. */
  static Parsed<ModelTier> tier(String text) {
    return Arrays.stream(ModelTier.values())
        .filter(tier -> tier.word().equalsIgnoreCase(text.strip()))
        .findFirst()
        .map(Parsed::good)
        .orElseGet(() -> Parsed.bad("\"" + text + "\" is none of small, medium, large"));
  }

  private static OptionalLong count(Section section, String key) {
    return section.parsed(key, Numbers::count).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
