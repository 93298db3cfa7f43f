package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.Section.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code tasks} and {@code rules}. */
final class RoutingDecoder {
  private final KnownNames names;
  private final Consumer<Problem> problems;

  RoutingDecoder(KnownNames names, Consumer<Problem> problems) {
    this.names = names;
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
        FieldValues.of(section.section("options").node()));
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
