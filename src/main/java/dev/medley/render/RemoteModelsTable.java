package dev.medley.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelListing;
import dev.medley.chat.RemoteModel;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.OutcomeJson;
import java.util.List;

/** Models as their endpoints list them: one id a line, or JSON. */
public final class RemoteModelsTable {
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build());

  private RemoteModelsTable() {}

  /** What a provider said. */
  public record Answer(String provider, ModelListing listing) {}

  /** Bare ids, unless the endpoint says more of any of them. */
  public static List<String> lines(List<RemoteModel> models, Style style, int columns) {
    if (models.stream().allMatch(model -> model.equals(RemoteModel.named(model.id())))) {
      return models.stream().map(model -> SafeText.forTerminal(oneLine(model.id()))).toList();
    }
    Table table =
        new Table(
            List.of(
                Column.left("model"),
                Column.right("window"),
                Column.right("$/M in"),
                Column.right("$/M out")));
    for (RemoteModel model : models) {
      table.add(
          List.of(
              new Cell(SafeText.forTerminal(oneLine(model.id())), style::bold),
              Cell.of(ModelsTable.window(model.window())),
              Cell.of(model.input().map(ModelsTable::plain).orElse(Figures.UNKNOWN)),
              Cell.of(model.output().map(ModelsTable::plain).orElse(Figures.UNKNOWN))));
    }
    return table.lines(style, columns);
  }

  private static String oneLine(String id) {
    return id.replaceAll("\\s", " ");
  }

  public static String json(List<Answer> answers) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("command", "models");
    var models = document.putArray("models");
    var providers = document.putArray("providers");
    for (Answer answer : answers) {
      answer.listing().models().forEach(model -> write(models.addObject(), answer, model));
      ObjectNode node = providers.addObject().put("provider", answer.provider());
      node.put("models", answer.listing().models().size());
      node.put("more", answer.listing().more());
      node.put("latency_ms", answer.listing().journey().took().toMillis());
      answer
          .listing()
          .failure()
          .ifPresentOrElse(f -> OutcomeJson.error(node, f), () -> node.putNull("error"));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static void write(ObjectNode node, Answer answer, RemoteModel model) {
    node.put("id", model.id()).put("provider", answer.provider());
    if (model.window().isPresent()) {
      node.put("context", model.window().getAsLong());
    } else {
      node.putNull("context");
    }
    node.put("input_usd_per_million", model.input().orElse(null));
    node.put("output_usd_per_million", model.output().orElse(null));
  }
}
