package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelListing;
import dev.medley.chat.ModelListing.Journey;
import dev.medley.chat.RemoteModel;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads a list of models, whatever its shape: OpenAI's, Ollama's, or a bare array. */
final class ModelListReader {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** What servers call the window: OpenRouter, Groq, LM Studio and Mistral, vLLM, Gemini. */
  private static final List<String> WINDOWS =
      List.of(
          "context_length",
          "context_window",
          "max_context_length",
          "max_model_len",
          "inputTokenLimit");

  private ModelListReader() {}

  /**
   * @param url that was asked, for the message when it is the wrong one
   */
  static ModelListing read(String body, URI url, Journey journey) {
    String text = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
    JsonNode root = tree(text);
    Optional<JsonNode> list = list(root);
    if (list.isEmpty() || saysError(root)) {
      return ModelListing.failed(noList(root, text, url), journey);
    }
    Map<String, RemoteModel> models = new LinkedHashMap<>();
    list.get()
        .forEach(entry -> id(entry).ifPresent(id -> models.putIfAbsent(id, model(id, entry))));
    boolean more = root.path("has_more").asBoolean(false);
    return new ModelListing(List.copyOf(models.values()), more, Optional.empty(), journey);
  }

  private static JsonNode tree(String text) {
    try {
      return Lenient.JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return Lenient.JSON.missingNode();
    }
  }

  /** Servers in Go send null for an empty list; some have both names, and one list is empty. */
  private static Optional<JsonNode> list(JsonNode root) {
    if (root.isArray()) {
      return Optional.of(root);
    }
    List<JsonNode> lists =
        Stream.of(root.path("data"), root.path("models"))
            .filter(node -> node.isArray() || node.isNull())
            .toList();
    return lists.stream()
        .filter(list -> !list.isEmpty())
        .findFirst()
        .or(() -> lists.stream().findFirst());
  }

  private static boolean saysError(JsonNode root) {
    JsonNode error = root.path("error");
    return !error.isMissingNode() && !error.isNull() && !(error.isBoolean() && !error.asBoolean())
        || root.path("object").asText().equals("error")
        || root.path("type").asText().equals("error")
        || root.path("success").isBoolean() && !root.path("success").asBoolean()
        || root.path("base_resp").path("status_code").asInt(0) != 0;
  }

  private static Failure noList(JsonNode root, String text, URI url) {
    if (root.isObject() && (saysError(root) || !ErrorBody.of(root).message().isEmpty())) {
      return ErrorFailures.of(200, ErrorBody.of(root), text);
    }
    String what =
        text.isEmpty()
            ? "an empty answer"
            : text.startsWith("<") ? "a web page" : root.isMissingNode() ? "no JSON" : "other JSON";
    return Failure.of(FailureKind.MALFORMED, "instead of a list of models came " + what)
        .withHint("check the base URL, it usually ends in /v1; called was " + url)
        .withDetail(text.substring(0, Math.min(1024, text.length())));
  }

  private static Optional<String> id(JsonNode entry) {
    Optional<String> id =
        entry.isTextual()
            ? Optional.of(entry.textValue())
            : Lenient.firstText(entry, "id", "name", "model");
    return id.map(String::strip).filter(text -> !text.isEmpty());
  }

  private static RemoteModel model(String id, JsonNode entry) {
    JsonNode pricing = entry.path("pricing");
    return new RemoteModel(
        id,
        window(entry),
        perMillion(pricing.path("prompt")),
        perMillion(pricing.path("completion")));
  }

  private static OptionalLong window(JsonNode entry) {
    return WINDOWS.stream()
        .map(name -> Lenient.count(entry.path(name)))
        .filter(count -> count.isPresent() && count.getAsLong() > 0)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /** Given per token; a negative one, which routers use, says that it depends. */
  private static Optional<BigDecimal> perMillion(JsonNode perToken) {
    return Lenient.number(perToken).map(usd -> usd.multiply(MILLION).stripTrailingZeros());
  }
}
