package dev.medley.repl;

/** What came from the one who types. */
public sealed interface Typed {
  /** One line, or several that belong together. */
  record Line(String text) implements Typed {}

  /**
   * Ctrl-C.
   *
   * @param cleared whether there was something on the line that is gone from it now
   */
  record Interrupted(boolean cleared) implements Typed {}

  /** Ctrl-D, or the end of the input. */
  record End() implements Typed {}
}
