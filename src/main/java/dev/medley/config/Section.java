package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A map of the tree, with its path, as a decoder reads it. Values of the wrong kind are simply
 * absent here: {@link SchemaCheck} has reported them.
 */
record Section(String path, Entries node, Consumer<Problem> problems) {
  Optional<Place> place(String key) {
    return find(key)
        .filter(Scalar.class::isInstance)
        .map(value -> new Place(path(key), ((Scalar) value).text(), value.origin()));
  }

  Optional<String> text(String key) {
    return place(key).map(Place::text);
  }

  /** A value that {@code reader} makes sense of; a problem if it cannot. */
  <T> Optional<T> parsed(String key, Function<String, Parsed<T>> reader) {
    return place(key).flatMap(place -> parsed(place, reader));
  }

  <T> Optional<T> parsed(Place place, Function<String, Parsed<T>> reader) {
    Parsed<T> parsed = reader.apply(place.text());
    parsed.reason().ifPresent(why -> problem(place, why));
    return parsed.value();
  }

  /** The scalars of a list. */
  List<Place> places(String key) {
    List<Place> places = new ArrayList<>();
    List<ConfigNode> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Scalar scalar && !scalar.isNothing()) {
        places.add(new Place(path(key) + "[" + (i + 1) + "]", scalar.text(), scalar.origin()));
      }
    }
    return places;
  }

  List<String> texts(String key) {
    return places(key).stream().map(Place::text).toList();
  }

  List<ConfigNode> items(String key) {
    return find(key)
        .filter(Items.class::isInstance)
        .map(n -> ((Items) n).items())
        .orElse(List.of());
  }

  /** A map below; an empty one when there is none. */
  Section section(String key) {
    Entries below =
        find(key)
            .filter(Entries.class::isInstance)
            .map(Entries.class::cast)
            .orElseGet(() -> Entries.empty(node.origin()));
    return new Section(path(key), below, problems);
  }

  /** All maps below by name, for names that the user chose. */
  Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (name, value) -> {
              if (value instanceof Entries map) {
                sections.put(name, new Section(path(name), map, problems));
              }
            });
    return sections;
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  void problem(String message) {
    problems.accept(Problem.of(node.origin(), path, message));
  }

  void problem(Place place, String message) {
    problems.accept(Problem.of(place.origin(), place.path(), message));
  }

  Origin origin(String key) {
    return find(key).map(ConfigNode::origin).orElse(node.origin());
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  Optional<ConfigNode> find(String key) {
    return Optional.ofNullable(node.entries().get(key)).filter(value -> !value.isNothing());
  }

  /** One value with its place. */
  record Place(String path, String text, Origin origin) {}
}
