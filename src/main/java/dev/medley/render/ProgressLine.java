package dev.medley.render;

import dev.medley.compare.totals.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a comparison of many prompts has come, in one line. */
public final class ProgressLine {
  private ProgressLine() {}

  /** {@code 312/600 · 3 failed · $0.0124 · 41 s left}. */
  public static String of(Progress progress) {
    List<String> parts = parts(progress);
    progress.left().ifPresent(left -> parts.add(words(left) + " left"));
    return String.join(" · ", parts);
  }

  /** At the end: {@code 600/600 · 3 failed · $0.0124 · 12.4 s}. */
  public static String last(Progress progress) {
    List<String> parts = parts(progress);
    parts.add(Figures.seconds(progress.elapsed()));
    return String.join(" · ", parts);
  }

  private static List<String> parts(Progress progress) {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%,d/%,d", progress.done(), progress.total()));
    if (progress.failed() > 0) {
      parts.add(String.format(Locale.ROOT, "%,d failed", progress.failed()));
    }
    progress
        .spent()
        .map(cost -> cost.usd().isPresent() ? Figures.cost(cost) : "cost unknown")
        .ifPresent(parts::add);
    return parts;
  }

  private static String words(Duration left) {
    long seconds = Math.max(1, (left.toMillis() + 500) / 1000);
    return seconds < 100
        ? seconds + " s"
        : String.format(
                Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60)
            .replaceFirst("^0:(.*) h$", "$1 min");
  }
}
