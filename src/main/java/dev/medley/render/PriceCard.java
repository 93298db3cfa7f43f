package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.catalog.Prices;
import dev.medley.catalog.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is known of what some models cost, and who says so. */
public final class PriceCard {
  private final Prices prices;
  private final List<Shown> models;

  /** A model by the name under which it is shown. */
  public record Shown(String name, ModelInfo info) {}

  public PriceCard(Prices prices, List<Shown> models) {
    this.prices = prices;
    this.models = List.copyOf(models);
  }

  public List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    for (Shown model : models) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(style.bold(SafeText.forTerminal(model.name())));
      about(model.info()).ifPresent(lines::add);
      if (model.info().price().isEmpty()) {
        lines.add("  price unknown");
      } else {
        price(model.info().price().get(), lines);
      }
    }
    return lines;
  }

  private static Optional<String> about(ModelInfo model) {
    List<String> parts = new ArrayList<>();
    model.window().ifPresent(tokens -> parts.add("window " + count(tokens)));
    model.maxOutput().ifPresent(tokens -> parts.add("largest answer " + count(tokens)));
    model.abilities().forEach(ability -> parts.add(ability.name().toLowerCase(Locale.ROOT)));
    return parts.isEmpty() ? Optional.empty() : Optional.of("  " + String.join(" · ", parts));
  }

  private static String count(long tokens) {
    return String.format(Locale.ROOT, "%,d tokens", tokens);
  }

  private void price(Price price, List<String> lines) {
    lines.add("  per million tokens: " + rates(price.usual()));
    for (Price.Tier tier : price.tiers()) {
      lines.add("  prompts above " + count(tier.above()) + ": " + rates(tier.rates()));
    }
    String date = price.asOf().map(day -> ", as of " + day).orElse(", without a date");
    lines.add("  by " + source(price.source()) + date);
  }

  private String source(Price.Source source) {
    return switch (source) {
      case BUNDLED -> "the bundled list";
      case IMPORTED ->
          prices.imported().map(list -> "the list imported from " + list.source()).orElse("a list");
      case CONFIGURED -> "your configuration";
      case PROJECT -> "the project file, which limits do not rely on";
    };
  }

  private static String rates(Rates rates) {
    List<String> parts = new ArrayList<>();
    add(parts, "input", Optional.of(rates.input()));
    add(parts, "cached", rates.cachedInput());
    add(parts, "cache write", rates.cacheWrite());
    add(parts, "output", Optional.of(rates.output()));
    add(parts, "reasoning", rates.reasoning());
    return parts.stream().collect(Collectors.joining(" · "));
  }

  private static void add(List<String> parts, String kind, Optional<BigDecimal> usd) {
    usd.ifPresent(amount -> parts.add(kind + " $" + ModelsTable.plain(amount)));
  }

  public String json() {
    ObjectNode document = PriceJson.document();
    PriceJson.lists(document, prices);
    var rows = document.putArray("models");
    models.forEach(model -> PriceJson.model(rows.addObject(), model.name(), model.info()));
    return document.toPrettyString();
  }
}
