package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Scalar;
import dev.medley.config.RouteCase.Expected;
import dev.medley.config.RouteCase.Given;
import dev.medley.config.Section.Place;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads prompts with the decisions expected for them: a YAML list, or JSON Lines. What is wrong is
 * told with its line.
 */
public final class RouteCases {
  private final String file;
  private final Set<String> tasks;
  private final Consumer<Problem> problems;

  /**
   * @param file the name for messages; one that ends in {@code .jsonl} holds JSON Lines
   * @param tasks those that can be expected
   */
  public RouteCases(String file, Set<String> tasks, Consumer<Problem> problems) {
    this.file = file;
    this.tasks = Set.copyOf(tasks);
    this.problems = problems;
  }

  /** All cases; those with a problem are left out. */
  public List<RouteCase> read(String text) {
    List<RouteCase> cases = new ArrayList<>();
    List<ConfigNode> items = new YamlReader(file, problems).readList(asList(text));
    for (int i = 0; i < items.size(); i++) {
      String path = "[" + (i + 1) + "]";
      new SchemaCheck(problems).check(path, items.get(i), Schema.ROUTE_CASE);
      if (items.get(i) instanceof Entries map) {
        read(new Section(path, map, problems)).ifPresent(cases::add);
      }
    }
    if (items.isEmpty()) {
      problems.accept(Problem.of(Origin.file(file, 0), "", "holds no prompts"));
    }
    return cases;
  }

  /** A line of JSON is a flow map of YAML; a dash before it makes the lines one list. */
  private String asList(String text) {
    return file.endsWith(".jsonl") || file.endsWith(".ndjson")
        ? text.lines()
            .map(line -> line.isBlank() ? "" : "- " + line.strip())
            .collect(Collectors.joining("\n"))
        : text;
  }

  private Optional<RouteCase> read(Section section) {
    Optional<String> prompt = section.text("prompt");
    Expected expected = new Expected(section.text("task"), section.text("model"));
    if (prompt.isEmpty()) {
      section.problem("needs a prompt");
    }
    if (expected.task().isEmpty() && expected.model().isEmpty()) {
      section.problem("needs the task or the model that is expected");
    }
    section.place("task").filter(place -> !tasks.contains(place.text())).ifPresent(this::unknown);
    return prompt.map(
        text -> new RouteCase(section.node().origin(), text, given(section), expected));
  }

  private void unknown(Place place) {
    problems.accept(
        new Problem(
            place.origin(),
            place.path(),
            "no task \"" + place.text() + "\"",
            Nearest.to(place.text(), tasks)));
  }

  private static Given given(Section section) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : List.of(Trait.STDIN, Trait.IMAGE, Trait.SCHEMA)) {
      section
          .parsed(trait.word(), Numbers::flag)
          .filter(on -> on)
          .ifPresent(on -> traits.add(trait));
    }
    Map<String, String> env = new LinkedHashMap<>();
    section
        .section("env")
        .node()
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof Scalar scalar) {
                env.put(name, scalar.text());
              }
            });
    return new Given(
        section.text("system"),
        traits,
        section.texts("files"),
        section.parsed("at", RouteCases::moment),
        env);
  }

  private static Parsed<LocalDateTime> moment(String text) {
    try {
      return Parsed.good(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeParseException e) {
      return Parsed.bad("\"" + text + "\" is no local time, such as 2026-11-25T22:30");
    }
  }
}
