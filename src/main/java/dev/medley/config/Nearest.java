package dev.medley.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The right name for a mistyped one. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of {@code names}, if one is near enough to be meant; the first of equals. */
  public static Optional<String> to(String typed, Collection<String> names) {
    int tolerance = Math.max(1, Math.min(3, typed.length() / 3));
    return names.stream()
        .filter(name -> Math.abs(name.length() - typed.length()) <= tolerance)
        .filter(name -> distance(fold(typed), fold(name)) <= tolerance)
        .min(Comparator.comparingInt(name -> distance(fold(typed), fold(name))));
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  public static int distance(String from, String to) {
    int[][] steps = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
      }
    }
    return steps[from.length()][to.length()];
  }

  private static int step(int[][] steps, String from, String to, int i, int j) {
    int replaced = steps[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
