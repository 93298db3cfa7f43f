package dev.medley.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Request fields that the user asked for, and only those, in the order given.
 *
 * @param fields field name on the wire to a JSON-like value: String, Number, Boolean, List or Map
 */
public record Parameters(Map<String, Object> fields) {
  public static final Parameters NONE = new Parameters(Map.of());
  public static final String MAX_TOKENS = "max_tokens";
  public static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

  public Parameters {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public Parameters with(String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.put(name, value);
    return new Parameters(copy);
  }

  public Parameters without(Set<String> names) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.keySet().removeAll(names);
    return new Parameters(copy);
  }

  /** These fields, and those of {@code defaults} that are not among them. */
  public Parameters orElse(Parameters defaults) {
    Map<String, Object> merged = new LinkedHashMap<>(defaults.fields);
    merged.putAll(fields);
    return new Parameters(merged);
  }

  /** The limit on output tokens under either of its two names; empty when the user set none. */
  public OptionalLong maxTokens() {
    Object value = fields.getOrDefault(MAX_TOKENS, fields.get(MAX_COMPLETION_TOKENS));
    return value instanceof Number n ? OptionalLong.of(n.longValue()) : OptionalLong.empty();
  }
}
