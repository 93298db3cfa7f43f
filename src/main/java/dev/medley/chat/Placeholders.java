package dev.medley.chat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill in, each written as <code>{{name}}</code>. */
public record Placeholders(String text) {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*\\}\\}");

  /** The names in the order in which they first appear. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Matcher place = PLACE.matcher(text); place.find(); ) {
      names.add(place.group(1));
    }
    return names;
  }

  /**
   * The text with every place filled in. What is filled in is not looked at again, so that a value
   * may hold braces of its own.
   *
   * @throws IllegalArgumentException when a name has no value
   */
  public String filled(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for {{" + name + "}}");
    }
    return value;
  }
}
