package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Scalar;
import dev.medley.config.Shape.Fields;
import dev.medley.config.Shape.Leaf;
import dev.medley.config.Shape.ListOf;
import dev.medley.config.Shape.Named;
import dev.medley.config.Shape.Open;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds keys that do not exist and values of the wrong kind. */
final class SchemaCheck {
  private static final Set<String> KEYS_THEMSELVES =
      Set.of("key", "api_key", "apikey", "api-key", "token", "secret");
  private final Consumer<Problem> problems;

  SchemaCheck(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** A whole configuration. */
  void check(ConfigNode root) {
    check(root, Schema.ROOT);
  }

  /** A part of a tree, whose path is told with what is wrong. */
  void check(String path, ConfigNode part, Shape shape) {
    walk(path, part, shape);
  }

  void check(ConfigNode root, Shape shape) {
    walk("", root, shape);
  }

  private void walk(String path, ConfigNode node, Shape shape) {
    if (node.isNothing()) {
      return;
    }
    if (shape instanceof Leaf leaf) {
      leaf(path, node, leaf);
    } else if (shape instanceof ListOf list) {
      list(path, node, list.item());
    } else if (node instanceof Entries map) {
      map.entries().forEach((key, value) -> entry(path, key, value, shape));
    } else {
      expected(path, node, "a map");
    }
  }

  private void leaf(String path, ConfigNode node, Leaf leaf) {
    if ((leaf == Leaf.TEXT || leaf == Leaf.SECRET) && !(node instanceof Scalar)) {
      expected(path, node, "a single value");
    } else if (leaf == Leaf.TEXTS) {
      list(path, node, Leaf.TEXT);
    }
  }

  private void list(String path, ConfigNode node, Shape each) {
    if (!(node instanceof Items list)) {
      expected(path, node, "a list, such as [a, b]");
      return;
    }
    List<ConfigNode> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      String place = path + "[" + (i + 1) + "]";
      if (items.get(i).isNothing()) {
        problems.accept(Problem.of(items.get(i).origin(), place, "is empty"));
      }
      walk(place, items.get(i), each);
    }
  }

  private void entry(String path, String key, ConfigNode value, Shape shape) {
    String place = path.isEmpty() ? key : path + "." + key;
    if (shape instanceof Named named) {
      walk(place, value, named.each());
    } else if (shape instanceof Open open) {
      walk(place, value, open.each());
    } else if (shape instanceof Fields fields && fields.fields().containsKey(key)) {
      walk(place, value, fields.fields().get(key));
    } else if (shape instanceof Fields fields) {
      problems.accept(unknown(place, key, value, fields));
    }
  }

  private static Problem unknown(String place, String key, ConfigNode value, Fields fields) {
    Set<String> known = fields.fields().keySet();
    if (known.contains("key_env") && KEYS_THEMSELVES.contains(key)) {
      String message = "a key itself does not belong here: name its place with key_env, key_file";
      return Problem.of(value.origin(), place, message + " or key_command");
    }
    Optional<String> near = Nearest.to(key, known);
    String message = near.isPresent() ? "unknown key" : "unknown key; known are " + names(known);
    return new Problem(value.origin(), place, message, near);
  }

  private static String names(Set<String> known) {
    return String.join(", ", known);
  }

  private void expected(String path, ConfigNode node, String what) {
    problems.accept(
        Problem.of(node.origin(), path, "expected " + what + ", found " + node.kindName()));
  }
}
