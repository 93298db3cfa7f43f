package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.Section.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One template of a configuration, or of a file of its own. */
final class TemplateDecoder {
  private TemplateDecoder() {}

  static Template template(String name, Section section) {
    if (!section.has("prompt") && !section.has("system")) {
      section.problem("has neither a prompt nor a system prompt");
    }
    Optional<Place> task = section.place("task");
    if (section.has("model")) {
      task.ifPresent(place -> section.problem(place, "stands beside model; take one of them"));
    }
    Template template =
        new Template(
            name,
            section.text("description").orElse("").strip(),
            section.text("system").map(String::strip),
            section.text("prompt").map(String::strip),
            variables(section),
            section.text("model"),
            task.map(Place::text),
            FieldValues.of(section.section("options").node()),
            schema(section),
            section.parsed("extract", Numbers::flag).orElse(false),
            section.node().origin());
    template.variables().keySet().stream()
        .filter(variable -> !template.names().contains(variable))
        .forEach(variable -> unused(section, variable));
    return template;
  }

  private static Map<String, String> variables(Section section) {
    Section variables = section.section("variables");
    Map<String, String> values = new LinkedHashMap<>();
    variables
        .node()
        .entries()
        .keySet()
        .forEach(name -> values.put(name, variables.text(name).orElse("")));
    return values;
  }

  private static Optional<Map<String, Object>> schema(Section section) {
    Optional<ConfigNode> node = section.find("schema");
    if (node.isPresent() && !(node.get() instanceof Entries)) {
      section.problem("schema is no map: write the JSON schema itself");
      return Optional.empty();
    }
    return node.map(map -> FieldValues.of((Entries) map).fields());
  }

  private static void unused(Section section, String variable) {
    section
        .section("variables")
        .place(variable)
        .ifPresent(
            place ->
                section.problem(place, "neither prompt nor system has a {{" + variable + "}}"));
  }
}
