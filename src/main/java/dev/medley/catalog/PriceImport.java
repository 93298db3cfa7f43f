package dev.medley.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads other people's price lists: LiteLLM's price map ({@code
 * model_prices_and_context_window.json}) and what {@code GET /models} answers where it has prices,
 * as OpenRouter's does. Whatever in it has no price that can be understood is left out.
 */
public final class PriceImport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private PriceImport() {}

  /**
   * A model with a price.
   *
   * @param alias its whole name at a gateway, when that is another
   */
  public record Priced(ModelInfo info, Optional<String> alias) {}

  /**
   * The models in a list that have a price.
   *
   * @throws IllegalArgumentException in words for people, when it is no list of these kinds or none
   *     has a price
   */
  public static List<Priced> read(String text) {
    JsonNode root = tree(text);
    Optional<JsonNode> listed = listed(root);
    List<Priced> models = new ArrayList<>();
    if (listed.isPresent()) {
      listed.get().forEach(entry -> ListedModel.read(entry).ifPresent(models::add));
    } else if (root.isObject()) {
      root.properties()
          .forEach(e -> MappedModel.read(e.getKey(), e.getValue()).ifPresent(models::add));
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException(
          listed.isPresent()
              ? "it lists models, but no prices that can be understood"
              : "it is neither a LiteLLM price map nor a list of models with prices");
    }
    return models;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("it is not JSON", notJson);
    }
  }

  private static Optional<JsonNode> listed(JsonNode root) {
    if (root.isArray()) {
      return Optional.of(root);
    }
    return List.of("data", "models").stream().map(root::path).filter(JsonNode::isArray).findFirst();
  }
}
