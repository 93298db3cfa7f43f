package dev.medley.config;

import dev.medley.catalog.Price;
import dev.medley.catalog.Price.Source;
import dev.medley.catalog.Price.Tier;
import dev.medley.catalog.Rates;
import dev.medley.config.ConfigNode.Entries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code price} of a model: USD per million tokens. */
final class PriceDecoder {
  private final Predicate<Origin> untrusted;

  /**
   * @param untrusted whether a place is in a file that may come from anyone
   */
  PriceDecoder(Predicate<Origin> untrusted) {
    this.untrusted = untrusted;
  }

  /** Empty when there is none, or none that can be understood. */
  Optional<Price> price(Section section) {
    if (section.node().entries().isEmpty()) {
      return Optional.empty();
    }
    List<Tier> tiers = new ArrayList<>();
    List<ConfigNode> items = section.items("tiers");
    for (int i = 0; i < items.size(); i++) {
      String path = section.path("tiers") + "[" + (i + 1) + "]";
      if (items.get(i) instanceof Entries map) {
        tier(new Section(path, map, section.problems())).ifPresent(tiers::add);
      }
    }
    Source source = untrusted.test(section.node().origin()) ? Source.PROJECT : Source.CONFIGURED;
    var asOf = section.parsed("as_of", Numbers::date);
    return rates(section).map(rates -> new Price(rates, tiers, asOf, source));
  }

  private static Optional<Tier> tier(Section section) {
    if (!section.has("above")) {
      section.problem("needs above, in prompt tokens");
    }
    Optional<Long> above = section.parsed("above", Numbers::count);
    Optional<Rates> rates = rates(section);
    return above.flatMap(tokens -> rates.map(each -> new Tier(tokens, each)));
  }

  private static Optional<Rates> rates(Section section) {
    for (String key : List.of("input", "output")) {
      if (!section.has(key)) {
        section.problem("needs " + key + ", in USD per million tokens");
      }
    }
    Optional<BigDecimal> input = section.parsed("input", Numbers::amount);
    Optional<BigDecimal> output = section.parsed("output", Numbers::amount);
    Optional<BigDecimal> cached = section.parsed("cached_input", Numbers::amount);
    Optional<BigDecimal> written = section.parsed("cache_write", Numbers::amount);
    Optional<BigDecimal> reasoning = section.parsed("reasoning", Numbers::amount);
    return input.flatMap(in -> output.map(out -> new Rates(in, cached, written, out, reasoning)));
  }
}
