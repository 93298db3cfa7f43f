package dev.medley.route.classify;

import java.util.Locale;

/** What a prompt can be about; the names are those of tasks in a configuration. */
public enum Kind {
  CODE,
  REASONING,
  SUMMARIZE,
  EXTRACT,
  TRANSLATE,
  WRITE,
  LOOKUP,
  CHAT,
  LONG_CONTEXT;

  /** The task's name, such as {@code long_context}. */
  public String task() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String task) {
    return valueOf(task.toUpperCase(Locale.ROOT));
  }
}
