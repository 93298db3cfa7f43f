package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.Section.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code tasks} and {@code rules}. */
final class RoutingDecoder {
  private final KnownNames names;
  private final Templates templates;
  private final Consumer<Problem> problems;

  RoutingDecoder(KnownNames names, Templates templates, Consumer<Problem> problems) {
    this.names = names;
    this.templates = templates;
    this.problems = problems;
  }

  Map<String, Task> tasks(Section tasks) {
    Map<String, Task> decoded = new LinkedHashMap<>();
    tasks.sections().forEach((name, section) -> decoded.put(name, task(name, section)));
    decoded.putIfAbsent(Task.DEFAULT, Task.of(Task.DEFAULT, Choice.DEFAULT));
    return decoded;
  }

  private Task task(String name, Section section) {
    List<String> ways =
        Overlay.ALTERNATIVES.get("tasks").stream().filter(section::has).sorted().toList();
    if (ways.size() > 1) {
      section.problem("has " + String.join(" and ", ways) + "; a task takes one of them");
    }
    List<Place> models = new ArrayList<>(section.places("models"));
    section.place("model").ifPresent(models::add);
    names.checkModels(models);
    section.place("chain").ifPresent(names::checkChain);
    if (section.has("chain")) {
      Stream.of("tier", "prefer")
          .flatMap(key -> section.place(key).stream())
          .forEach(place -> section.problem(place, "a chain keeps its order: leave it out"));
    }
    return new Task(
        name,
        section.text("description").orElse(""),
        new Choice(
            models.stream().map(Place::text).toList(),
            section.text("chain"),
            section.parsed("tier", ModelDecoder::tier),
            section.parsed("prefer", Objective::parse),
            bounds(section)),
        section.text("system"),
        FieldValues.of(section.section("options").node()),
        section.place("template").map(place -> template(section, place)).orElse(TemplateUse.NONE));
  }

  /** Read only where a task names one. */
  private TemplateUse template(Section section, Place place) {
    Templates.Lookup found = templates.find(place.text());
    found.problems().forEach(problems);
    if (found.template().isEmpty()) {
      if (found.problems().isEmpty()) {
        String message = "no template \"" + place.text() + "\"";
        Optional<String> near = Nearest.to(place.text(), templates.names());
        problems.accept(new Problem(place.origin(), place.path(), message, near));
      }
      return TemplateUse.NONE;
    }
    Template template = found.template().get();
    Set<String> missing = new LinkedHashSet<>(template.names());
    missing.removeAll(template.variables().keySet());
    missing.remove(Template.INPUT);
    if (!missing.isEmpty()) {
      section.problem(
          place, "needs a value for " + String.join(", ", missing) + ": use it with -t");
    }
    if (template.schema().isPresent() || template.extract()) {
      section.problem(place, "says what the answer has to be: use it with -t");
    }
    return new TemplateUse(Optional.of(template), template.variables());
  }

  private static Bounds bounds(Section section) {
    return new Bounds(
        section.parsed("max_cost", Numbers::amount),
        section.parsed("max_latency", Durations::parse));
  }

  List<Rule> rules(Section root) {
    List<Rule> rules = new ArrayList<>();
    for (ConfigNode item : root.items("rules")) {
      int number = rules.size() + 1;
      Entries map = item instanceof Entries entries ? entries : Entries.empty(item.origin());
      rules.add(rule(number, new Section("rules[" + number + "]", map, problems)));
    }
    return rules;
  }

  private Rule rule(int number, Section section) {
    Optional<Place> task = section.place("task");
    Optional<Place> model = section.place("model");
    if (task.isPresent() == model.isPresent() && !section.node().entries().isEmpty()) {
      section.problem("needs either a task or a model");
    }
    task.ifPresent(names::checkTask);
    model.ifPresent(names::checkModel);
    Condition when =
        section
            .find("when")
            .map(node -> new ConditionDecoder(problems).decode(section.path("when"), node))
            .orElse(Condition.ALWAYS);
    return new Rule(number, task.map(Place::text), model.map(Place::text), when);
  }
}
