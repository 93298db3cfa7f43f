package dev.medley.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.catalog.ModelInfo.Ability;
import dev.medley.catalog.PriceImport.Priced;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model in the answer to {@code GET /models}, with prices as OpenRouter gives them: text, USD a
 * token; -1 is unknown, 0 is free (https://openrouter.ai/docs/api-reference/list-available-models).
 */
final class ListedModel {
  /** Who is called otherwise at that gateway than here. */
  private static final Map<String, String> VENDORS =
      Map.of(
          "x-ai", "xai",
          "z-ai", "glm",
          "moonshotai", "moonshot",
          "mistralai", "mistral",
          "meta-llama", "meta",
          "qwen", "dashscope");

  private ListedModel() {}

  static Optional<Priced> read(JsonNode entry) {
    String id = entry.path("id").asText("").strip();
    JsonNode pricing = entry.path("pricing");
    Optional<BigDecimal> input = PerToken.perMillion(pricing.path("prompt"));
    Optional<BigDecimal> output = PerToken.perMillion(pricing.path("completion"));
    if (id.isEmpty() || input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    Rates rates =
        new Rates(
            input.get(),
            PerToken.ofItsOwn(pricing.path("input_cache_read")),
            PerToken.ofItsOwn(pricing.path("input_cache_write")),
            output.get(),
            PerToken.ofItsOwn(pricing.path("internal_reasoning")));
    Price price = new Price(rates, List.of(), Optional.empty(), Price.Source.IMPORTED);
    return Optional.of(new Priced(info(id, entry, price), Optional.of(id)));
  }

  private static ModelInfo info(String id, JsonNode entry, Price price) {
    int slash = id.indexOf('/');
    String vendor = slash > 0 ? id.substring(0, slash) : maker(id);
    OptionalLong most = PerToken.count(entry.path("top_provider").path("max_completion_tokens"));
    return new ModelInfo(
        VENDORS.getOrDefault(vendor, vendor),
        id.substring(slash + 1),
        PerToken.count(entry.path("context_length")),
        most,
        Optional.of(price),
        abilities(entry));
  }

  /** Of a name without a vendor. */
  private static String maker(String id) {
    return Catalog.bundled().find(id).map(ModelInfo::provider).orElse("others");
  }

  private static Set<Ability> abilities(JsonNode entry) {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    if (has(entry.path("architecture").path("input_modalities"), "image")) {
      abilities.add(Ability.VISION);
    }
    if (has(entry.path("supported_parameters"), "reasoning")) {
      abilities.add(Ability.REASONING);
    }
    return abilities;
  }

  private static boolean has(JsonNode list, String word) {
    for (JsonNode item : list) {
      if (item.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }
}
