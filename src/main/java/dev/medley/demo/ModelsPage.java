package dev.medley.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.chat.ModelRef;
import java.math.BigDecimal;

/** The list of models: OpenAI's shape, with the window and the prices that OpenRouter adds. */
final class ModelsPage {
  private static final String PROVIDER = "demo";
  private static final long CREATED = 1_767_225_600; // the first second of 2026

  private ModelsPage() {}

  static ObjectNode list() {
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = page.putArray("data");
    for (SimulatedModel model : SimulatedModel.values()) {
      describe(model, data.addObject());
    }
    return page;
  }

  private static void describe(SimulatedModel model, ObjectNode entry) {
    entry.put("id", model.id()).put("object", "model").put("created", CREATED);
    entry.put("owned_by", "medley-demo").put("description", "Simulated: " + model.description());
    ModelInfo info =
        Catalog.bundled()
            .find(new ModelRef(PROVIDER, model.id()))
            .orElseGet(() -> ModelInfo.unknown(PROVIDER, model.id()));
    info.window().ifPresent(window -> entry.put("context_length", window));
    info.price().ifPresent(price -> prices(price, entry.putObject("pricing")));
  }

  private static void prices(Price price, ObjectNode pricing) {
    pricing.put("prompt", perToken(price.input())).put("completion", perToken(price.output()));
  }

  private static String perToken(BigDecimal usdPerMillion) {
    return usdPerMillion.movePointLeft(6).stripTrailingZeros().toPlainString();
  }
}
