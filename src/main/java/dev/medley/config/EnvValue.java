package dev.medley.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An environment variable as a condition: {@code CI}, set and not empty, or {@code CI=true}.
 *
 * @param value empty: any that is not empty will do
 */
public record EnvValue(String name, Optional<String> value) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  static Parsed<EnvValue> parse(String text) {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).strip();
    if (!NAME.matcher(name).matches()) {
      return Parsed.bad("\"" + name + "\" is no variable: write \"CI\" or \"CI=true\"");
    }
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1).strip());
    return Parsed.good(new EnvValue(name, value));
  }

  /** Whether a variable of this value, or none, fulfils it. */
  public boolean fits(Optional<String> actual) {
    return value
        .map(wanted -> wanted.equals(actual.orElse("")))
        .orElse(actual.filter(text -> !text.isEmpty()).isPresent());
  }

  /** As in the configuration. */
  public String written() {
    return value.map(wanted -> name + "=" + wanted).orElse(name);
  }
}
