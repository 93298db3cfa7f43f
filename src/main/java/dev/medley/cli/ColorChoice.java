package dev.medley.cli;

import dev.medley.render.Style;
import java.util.Map;

/**
 * When to use colour: {@code --color}, else {@code NO_COLOR} (no-color.org) and dumb terminals say
 * no.
 */
record ColorChoice(When when, Map<String, String> environment) {
  enum When {
    auto,
    always,
    never
  }

  static ColorChoice of(When when, Map<String, String> environment) {
    return new ColorChoice(when, environment);
  }

  Style style(boolean terminal) {
    return switch (when) {
      case always -> Style.COLOR;
      case never -> Style.PLAIN;
      case auto -> terminal && !environmentSaysNo() ? Style.COLOR : Style.PLAIN;
    };
  }

  private boolean environmentSaysNo() {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty() || terminal().equals("dumb");
  }

  /** Whether the terminal, if it is one, lets the cursor be moved. */
  boolean movesCursor() {
    return !terminal().isEmpty() && !terminal().equals("dumb");
  }

  private String terminal() {
    return environment.getOrDefault("TERM", "");
  }
}
