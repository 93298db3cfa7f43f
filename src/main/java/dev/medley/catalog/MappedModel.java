package dev.medley.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.catalog.ModelInfo.Ability;
import dev.medley.catalog.Price.Tier;
import dev.medley.catalog.PriceImport.Priced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model in LiteLLM's price map: USD a token, dearer above some lengths of the prompt
 * (https://github.com/BerriAI/litellm, model_prices_and_context_window.json).
 */
final class MappedModel {
  private static final String INPUT = "input_cost_per_token";
  private static final String OUTPUT = "output_cost_per_token";
  private static final String READ = "cache_read_input_token_cost";
  private static final String WRITE = "cache_creation_input_token_cost";
  private static final Pattern ABOVE =
      Pattern.compile("(?:input|output)_cost_per_token_above_(\\d{1,6})k_tokens");
  private static final Set<String> TEXT = Set.of("", "chat", "completion", "responses");

  /** Who is called otherwise there than here. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "gemini", "google",
          "text-completion-openai", "openai",
          "together_ai", "together",
          "fireworks_ai", "fireworks",
          "zai", "glm",
          "meta_llama", "meta");

  private MappedModel() {}

  static Optional<Priced> read(String key, JsonNode entry) {
    String theirs = entry.path("litellm_provider").asText("").strip();
    boolean example = key.equals("sample_spec") || theirs.isEmpty() || theirs.indexOf(' ') >= 0;
    if (example || !TEXT.contains(entry.path("mode").asText(""))) {
      return Optional.empty();
    }
    String id = key.startsWith(theirs + "/") ? key.substring(theirs.length() + 1) : key;
    return rates(entry, "")
        .filter(rates -> !id.isBlank())
        .map(
            usual -> new Price(usual, tiers(entry, usual), Optional.empty(), Price.Source.IMPORTED))
        .map(price -> info(PROVIDERS.getOrDefault(theirs, theirs), id.strip(), entry, price))
        .map(info -> new Priced(info, Optional.empty()));
  }

  private static Optional<Rates> rates(JsonNode entry, String above) {
    Optional<BigDecimal> input = PerToken.perMillion(entry.path(INPUT + above));
    Optional<BigDecimal> output = PerToken.perMillion(entry.path(OUTPUT + above));
    Optional<BigDecimal> read = PerToken.ofItsOwn(entry.path(READ + above));
    Optional<BigDecimal> write = PerToken.ofItsOwn(entry.path(WRITE + above));
    Optional<BigDecimal> reasoning =
        PerToken.ofItsOwn(entry.path("output_cost_per_reasoning_token" + above));
    return input.flatMap(in -> output.map(out -> new Rates(in, read, write, out, reasoning)));
  }

  /** What a tier does not say is as it is below it. */
  private static List<Tier> tiers(JsonNode entry, Rates usual) {
    Set<Integer> thousands = new TreeSet<>();
    entry
        .properties()
        .forEach(
            field -> {
              Matcher above = ABOVE.matcher(field.getKey());
              if (above.matches() && PerToken.perMillion(field.getValue()).isPresent()) {
                thousands.add(Integer.valueOf(above.group(1)));
              }
            });
    List<Tier> tiers = new ArrayList<>();
    Rates below = usual;
    for (int k : thousands) {
      below = dearer(entry, "_above_" + k + "k_tokens", below);
      tiers.add(new Tier(k * 1000L, below));
    }
    return tiers;
  }

  private static Rates dearer(JsonNode entry, String above, Rates below) {
    return new Rates(
        PerToken.perMillion(entry.path(INPUT + above)).orElse(below.input()),
        PerToken.ofItsOwn(entry.path(READ + above)).or(below::cachedInput),
        PerToken.ofItsOwn(entry.path(WRITE + above)).or(below::cacheWrite),
        PerToken.perMillion(entry.path(OUTPUT + above)).orElse(below.output()),
        below.reasoning());
  }

  private static ModelInfo info(String provider, String id, JsonNode entry, Price price) {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    if (entry.path("supports_vision").asBoolean()) {
      abilities.add(Ability.VISION);
    }
    if (entry.path("supports_reasoning").asBoolean()) {
      abilities.add(Ability.REASONING);
    }
    return new ModelInfo(
        provider,
        id,
        PerToken.count(entry.path("max_input_tokens")),
        PerToken.count(entry.path("max_output_tokens")),
        Optional.of(price),
        abilities);
  }
}
