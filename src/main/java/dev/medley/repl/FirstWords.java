package dev.medley.repl;

import dev.medley.render.SafeText;

/** How a text begins, in one line. */
public final class FirstWords {
  private static final int MOST = 60;

  private FirstWords() {}

  public static String of(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    boolean all = line.codePointCount(0, line.length()) <= MOST;
    String cut = all ? line : line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
    return SafeText.forTerminal(cut);
  }
}
