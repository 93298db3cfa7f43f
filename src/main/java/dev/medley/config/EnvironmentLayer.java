package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import dev.medley.config.Shape.Fields;
import dev.medley.config.Shape.Leaf;
import dev.medley.config.Shape.Named;
import dev.medley.config.Shape.Open;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings from {@code MEDLEY_…} variables.
 *
 * @param tree what they set
 * @param unknown those that set nothing, for {@code config check}
 */
record EnvironmentLayer(Entries tree, List<String> unknown) {
  private static final String PREFIX = "MEDLEY_";

  /** Variables that are of medley and no settings. */
  static final Set<String> RESERVED = Set.of("MEDLEY_CONFIG", "MEDLEY_NO_CDS", "MEDLEY_JAVA_OPTS");

  /**
   * Reads them.
   *
   * @param lower the layers below, whose names of providers, models and so on are known
   */
  static EnvironmentLayer of(Environment environment, Entries lower) {
    Entries tree = Entries.empty(Origin.environment(""));
    List<String> unknown = new ArrayList<>();
    for (String variable : new TreeMap<>(environment.variables()).keySet()) {
      if (!variable.startsWith(PREFIX) || RESERVED.contains(variable)) {
        continue;
      }
      Optional<List<String>> path =
          match(variable.substring(PREFIX.length()), Schema.ROOT, Optional.of(lower));
      Optional<String> value = environment.variable(variable);
      if (path.isEmpty()) {
        unknown.add(variable);
      } else if (value.isPresent()) {
        Entries set = branch(path.get(), value.get(), Origin.environment(variable));
        tree = (Entries) Overlay.join(set, tree);
      }
    }
    return new EnvironmentLayer(tree, List.copyOf(unknown));
  }

  private static Entries branch(List<String> path, String value, Origin place) {
    ConfigNode node = new Scalar(value, Look.TEXT, place);
    for (int i = path.size() - 1; i >= 0; i--) {
      node = new Entries(Map.of(path.get(i), node), place);
    }
    return (Entries) node;
  }

  private static Optional<List<String>> match(
      String rest, Shape shape, Optional<ConfigNode> known) {
    if (shape instanceof Leaf leaf && leaf != Leaf.TEXTS) {
      return rest.isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }
    if (shape instanceof Fields fields) {
      return among(rest, fields.fields(), known);
    }
    if (shape instanceof Named named) {
      return among(rest, knownNames(known, named.each()), known)
          .or(() -> newName(rest, named.each()));
    }
    if (shape instanceof Open open && !rest.isEmpty()) {
      return among(rest, knownNames(known, open.each()), known)
          .or(() -> Optional.of(List.of(lower(rest).replace('_', open.joint()))));
    }
    return Optional.empty();
  }

  /** The first of the names that the rest begins with, and whose own rest fits too. */
  private static Optional<List<String>> among(
      String rest, Map<String, Shape> names, Optional<ConfigNode> known) {
    for (Map.Entry<String, Shape> name : names.entrySet()) {
      String written = asVariable(name.getKey());
      Optional<ConfigNode> below = known.flatMap(node -> child(node, name.getKey()));
      Optional<List<String>> path = Optional.empty();
      if (rest.equals(written)) {
        path = match("", name.getValue(), below);
      } else if (rest.startsWith(written + "_")) {
        path = match(rest.substring(written.length() + 1), name.getValue(), below);
      }
      if (path.isPresent()) {
        return path.map(tail -> prepend(name.getKey(), tail));
      }
    }
    return Optional.empty();
  }

  /** The shortest name that leaves something which fits. */
  private static Optional<List<String>> newName(String rest, Shape each) {
    for (int cut = rest.indexOf('_', 1); cut > 0; cut = rest.indexOf('_', cut + 1)) {
      Optional<List<String>> tail = match(rest.substring(cut + 1), each, Optional.empty());
      if (tail.isPresent()) {
        return Optional.of(prepend(lower(rest.substring(0, cut)), tail.get()));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Shape> knownNames(Optional<ConfigNode> known, Shape each) {
    Map<String, Shape> names = new LinkedHashMap<>();
    if (known.isPresent() && known.get() instanceof Entries map) {
      map.entries().keySet().forEach(name -> names.put(name, each));
    }
    return names;
  }

  private static Optional<ConfigNode> child(ConfigNode node, String name) {
    return node instanceof Entries map
        ? Optional.ofNullable(map.entries().get(name))
        : Optional.empty();
  }

  private static List<String> prepend(String name, List<String> tail) {
    List<String> path = new ArrayList<>(tail);
    path.add(0, name);
    return path;
  }

  private static String asVariable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "_");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
