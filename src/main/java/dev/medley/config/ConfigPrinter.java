package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import dev.medley.config.Shape.Fields;
import dev.medley.config.Shape.Leaf;
import dev.medley.config.Shape.ListOf;
import dev.medley.config.Shape.Named;
import dev.medley.config.Shape.Open;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tree as YAML, each value with the place that it came from; keys and headers are left out. */
public final class ConfigPrinter {
  private static final String HIDDEN = "…";
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./$][\\p{L}\\p{N}_./$:@+-]*");
  private final boolean presets;
  private final StringBuilder out = new StringBuilder();

  private ConfigPrinter(boolean presets) {
    this.presets = presets;
  }

  /**
   * Prints the tree.
   *
   * @param presets whether values that nobody set are shown too
   */
  public static String print(Entries tree, boolean presets) {
    ConfigPrinter printer = new ConfigPrinter(presets);
    printer.map(tree, Schema.ROOT, "", "");
    return printer.out.toString();
  }

  /** The first line begins with {@code first}, which differs for a map in a list. */
  private void map(Entries map, Shape shape, String first, String indent) {
    String lead = first;
    for (Map.Entry<String, ConfigNode> entry : map.entries().entrySet()) {
      ConfigNode value = entry.getValue();
      if (visible(value)) {
        out.append(lead).append(text(entry.getKey(), Look.TEXT)).append(':');
        value(entry.getKey(), value, below(shape, entry.getKey()), indent + "  ");
        lead = indent;
      }
    }
  }

  private void value(String key, ConfigNode value, Shape shape, String indent) {
    if (value instanceof Entries map && !map.entries().isEmpty()) {
      out.append('\n');
      map(map, shape, indent, indent);
    } else if (value instanceof Items list && list.items().stream().anyMatch(i -> !flat(i))) {
      out.append('\n');
      list(list, shape, indent);
    } else {
      out.append(' ').append(inline(key, value, shape)).append("  # ");
      out.append(value.origin().label()).append('\n');
    }
  }

  private void list(Items list, Shape shape, String indent) {
    Shape each = shape instanceof ListOf known ? known.item() : shape;
    for (ConfigNode item : list.items()) {
      if (item instanceof Entries map && !map.entries().isEmpty()) {
        map(map, each, indent + "- ", indent + "  ");
      } else {
        out.append(indent).append("- ").append(inline("", item, each));
        out.append("  # ").append(item.origin().label()).append('\n');
      }
    }
  }

  private String inline(String key, ConfigNode value, Shape shape) {
    if (value instanceof Items list) {
      return list.items().stream()
          .map(item -> inline(key, item, shape))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Entries map) {
      return map.entries().entrySet().stream()
          .map(e -> text(e.getKey(), Look.TEXT) + ": " + inline(e.getKey(), e.getValue(), shape))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Scalar scalar = (Scalar) value;
    // What is under no known key may be a key that was put in the wrong place.
    return shape == Leaf.SECRET ? HIDDEN : safe(key, scalar);
  }

  private static String safe(String key, Scalar scalar) {
    return switch (key) {
      case "key_env" -> KeyVariable.name(scalar.text()).value().orElse(HIDDEN);
      case "key_command" -> text(KeyCommand.abridged(scalar.text()), Look.TEXT);
      case "base_url", "proxy" -> text(withoutSecrets(scalar.text()), Look.TEXT);
      default -> text(scalar.text(), scalar.look());
    };
  }

  private static String withoutSecrets(String url) {
    return url.replaceAll("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", "$1…@").replaceAll("\\?.*", "?…");
  }

  private static Shape below(Shape shape, String key) {
    if (shape instanceof Fields fields) {
      return fields.fields().getOrDefault(key, Leaf.SECRET);
    }
    if (shape instanceof Named named) {
      return named.each();
    }
    return shape instanceof Open open ? open.each() : shape;
  }

  private boolean visible(ConfigNode node) {
    if (node instanceof Entries map && !map.entries().isEmpty()) {
      return map.entries().values().stream().anyMatch(this::visible);
    }
    return presets || node.origin().kind() != Origin.Kind.PRESET;
  }

  private static boolean flat(ConfigNode node) {
    return node instanceof Scalar;
  }

  private static String text(String text, Look look) {
    if (look != Look.TEXT || (PLAIN.matcher(text).matches() && !readsAsElse(text))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    Iterator<Integer> points = text.codePoints().iterator();
    points.forEachRemaining(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static boolean readsAsElse(String text) {
    return text.endsWith(":")
        || List.of("true", "false", "yes", "no", "on", "off", "null")
            .contains(text.toLowerCase(Locale.ROOT))
        || text.matches("[\\d.][\\d._eExX+:-]*");
  }

  private static String escaped(int point) {
    return switch (point) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(point)
              ? String.format(Locale.ROOT, "\\x%02x", point)
              : Character.toString(point);
    };
  }
}
