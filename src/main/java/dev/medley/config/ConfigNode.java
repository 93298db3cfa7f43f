package dev.medley.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A located tree: what was written, and where. */
public sealed interface ConfigNode {
  Origin origin();

  /** The same content, said to be written elsewhere. */
  ConfigNode at(Origin place);

  /** For messages: what kind of node it is. */
  String kindName();

  /** How a scalar looks to YAML; its text is kept as written all the same. */
  enum Look {
    TEXT,
    /** A number or a truth value, unquoted. */
    LITERAL,
    /** Nothing at all, {@code ~} or {@code null}: as if the key had not been written. */
    NOTHING
  }

  /**
   * One value.
   *
   * @param text as written: {@code on}, {@code 0123} and {@code 1e3} stay what they are
   */
  record Scalar(String text, Look look, Origin origin) implements ConfigNode {
    @Override
    public Scalar at(Origin place) {
      return new Scalar(text, look, place);
    }

    @Override
    public String kindName() {
      return "a single value";
    }

    /** The text may be a secret and is left out. */
    @Override
    public String toString() {
      return "Scalar[" + origin.label() + "]";
    }
  }

  /** A list. */
  record Items(List<ConfigNode> items, Origin origin) implements ConfigNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Items at(Origin place) {
      return new Items(items, place);
    }

    @Override
    public String kindName() {
      return "a list";
    }
  }

  /** A map; the origin of a value in it is the place of its key. */
  record Entries(Map<String, ConfigNode> entries, Origin origin) implements ConfigNode {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public static Entries empty(Origin origin) {
      return new Entries(Map.of(), origin);
    }

    @Override
    public Entries at(Origin place) {
      return new Entries(entries, place);
    }

    @Override
    public String kindName() {
      return "a map";
    }
  }

  /** Whether this counts as not written. */
  default boolean isNothing() {
    return this instanceof Scalar scalar && scalar.look() == Look.NOTHING;
  }
}
