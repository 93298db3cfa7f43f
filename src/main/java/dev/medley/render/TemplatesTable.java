package dev.medley.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.config.Problem;
import dev.medley.config.Template;
import dev.medley.config.Templates.Lookup;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Templates, as a table or as JSON. */
public final class TemplatesTable {
  private static final JsonMapper JSON = new JsonMapper();

  private TemplatesTable() {}

  /**
   * @param place where a template is, for people
   */
  public static List<String> lines(
      List<Lookup> templates, Function<Template, String> place, Style style, int columns) {
    Table table =
        new Table(List.of(Column.left("template"), Column.left("for"), Column.left("from")));
    for (Lookup found : templates) {
      table.add(
          found
              .template()
              .map(
                  template ->
                      List.of(
                          new Cell(template.name(), style::bold),
                          Cell.of(template.description()),
                          new Cell(place.apply(template), style::dim)))
              .orElseGet(() -> broken(found, style)));
    }
    return table.lines(style, columns);
  }

  private static List<Cell> broken(Lookup found, Style style) {
    Problem first = found.problems().get(0);
    return List.of(
        new Cell(found.name(), style::bold),
        new Cell("cannot be used: " + first.message(), style::red),
        new Cell(first.origin().label(), style::dim));
  }

  public static String json(List<Lookup> templates, Function<Template, String> place) {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    var list = document.putArray("templates");
    for (Lookup found : templates) {
      ObjectNode node = list.addObject().put("name", found.name());
      found.template().ifPresent(template -> write(node, template, place));
      node.put(
          "problem", found.problems().stream().findFirst().map(Problem::toString).orElse(null));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static void write(ObjectNode node, Template template, Function<Template, String> place) {
    node.put("description", template.description()).put("from", place.apply(template));
    Set<String> needed = new TreeSet<>(template.names());
    needed.removeAll(template.variables().keySet());
    var variables = node.putObject("variables");
    template.variables().forEach(variables::put);
    var required = node.putArray("required");
    needed.forEach(required::add);
    node.put("model", template.model().orElse(null)).put("task", template.task().orElse(null));
  }
}
