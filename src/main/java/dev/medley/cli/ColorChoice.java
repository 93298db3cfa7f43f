package dev.medley.cli;

import dev.medley.render.Style;
import java.util.Map;

/**
 * When to use colour: {@code --color}, else {@code NO_COLOR} (no-color.org) and dumb terminals say
 * no.
 */
record ColorChoice(When when, boolean environmentSaysNo) {
  enum When {
    auto,
    always,
    never
  }

  static ColorChoice of(When when, Map<String, String> environment) {
    boolean no =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new ColorChoice(when, no);
  }

  Style style(boolean terminal) {
    return switch (when) {
      case always -> Style.COLOR;
      case never -> Style.PLAIN;
      case auto -> terminal && !environmentSaysNo ? Style.COLOR : Style.PLAIN;
    };
  }
}
