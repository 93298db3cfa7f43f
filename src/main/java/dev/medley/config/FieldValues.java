package dev.medley.config;

import dev.medley.chat.Parameters;
import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Request fields: scalars that are JSON numbers or truth values become such. */
final class FieldValues {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  private FieldValues() {}

  static Parameters of(Entries options) {
    Map<String, Object> fields = new LinkedHashMap<>();
    options
        .entries()
        .forEach(
            (name, value) -> {
              if (!value.isNothing()) {
                fields.put(name, value(value));
              }
            });
    return new Parameters(fields);
  }

  private static Object value(ConfigNode node) {
    if (node instanceof Entries map) {
      return of(map).fields();
    }
    if (node instanceof Items list) {
      return list.items().stream().filter(i -> !i.isNothing()).map(FieldValues::value).toList();
    }
    String text = ((Scalar) node).text();
    if (quoted((Scalar) node)) {
      return text;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return new BigDecimal(text);
  }

  /** Who quotes a number means a text. Variables cannot: all of theirs is text. */
  private static boolean quoted(Scalar scalar) {
    return scalar.look() == Look.TEXT && scalar.origin().kind() != Origin.Kind.ENVIRONMENT;
  }
}
