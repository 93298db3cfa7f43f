package dev.medley.repl;

import java.util.Optional;

/** Several lines that are said as they stand, between two {@code """}. */
public final class Block {
  private static final String QUOTES = "\"\"\"";

  private Block() {}

  /** Whether more lines must follow before it is whole. */
  public static boolean open(String text) {
    String stripped = text.strip();
    return stripped.startsWith(QUOTES)
        && (stripped.length() < 2 * QUOTES.length() || !stripped.endsWith(QUOTES));
  }

  /** Whether another line follows because this one ends with a single backslash. */
  public static boolean goesOn(String text) {
    return text.endsWith("\\") && !text.endsWith("\\\\");
  }

  /** What a whole block holds; empty when the text is none. */
  static Optional<String> inside(String text) {
    return text.startsWith(QUOTES) && !open(text)
        ? Optional.of(text.substring(QUOTES.length(), text.length() - QUOTES.length()).strip())
        : Optional.empty();
  }
}
