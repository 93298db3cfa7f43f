package dev.medley.render;

import dev.medley.catalog.Cost;
import dev.medley.route.trial.Trial;
import dev.medley.route.trial.TrialResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What came of a file of prompts: where decisions differ, what is taken for what, what it costs.
 */
public final class TrialReport {
  private static final int PROMPT_SHOWN = 60;

  private final Style style;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param width in columns
   */
  public TrialReport(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  /** A line each. */
  public List<String> of(TrialResult result) {
    result.different().forEach(this::difference);
    confusion(result.confusion());
    long passed = result.passed();
    int all = result.trials().size();
    String figure =
        String.format(
            Locale.ROOT, "%d of %d as expected (%.1f %%)", passed, all, 100.0 * passed / all);
    lines.add(passed == all ? style.green(figure) : style.red(figure));
    lines.addAll(HangingText.lines("estimated spend ", spend(result), width));
    return List.copyOf(lines);
  }

  private void difference(Trial trial) {
    String shown = trial.expected().prompt().strip().replaceAll("\\s+", " ");
    String prompt =
        shown.codePointCount(0, shown.length()) > PROMPT_SHOWN
            ? shown.substring(0, shown.offsetByCodePoints(0, PROMPT_SHOWN)) + "…"
            : shown;
    lines.add(style.bold(trial.expected().origin().label()) + "  " + SafeText.forTerminal(prompt));
    List<String> expected = new ArrayList<>();
    trial.expected().expected().task().ifPresent(task -> expected.add("task " + task));
    trial.expected().expected().model().ifPresent(expected::add);
    lines.add("  expected  " + String.join(" → ", expected));
    lines.addAll(HangingText.lines("  got       ", RouteLine.of(trial.decision()), width));
  }

  /** Columns are numbered as the rows are: names would not fit. */
  private void confusion(Map<String, Map<String, Integer>> confusion) {
    if (confusion.isEmpty()) {
      return;
    }
    Set<String> names = new LinkedHashSet<>(confusion.keySet());
    confusion.values().forEach(taken -> names.addAll(taken.keySet()));
    List<String> tasks = List.copyOf(names);
    int widest = tasks.stream().mapToInt(name -> label(name).length()).max().orElse(0);
    StringBuilder head = new StringBuilder(" ".repeat(widest + 4));
    for (int column = 1; column <= tasks.size(); column++) {
      head.append(String.format(Locale.ROOT, "%5d", column));
    }
    lines.add("");
    lines.add("expected (rows) and taken (columns)");
    lines.add(style.dim(head.toString()));
    for (int row = 0; row < tasks.size(); row++) {
      Map<String, Integer> taken = confusion.getOrDefault(tasks.get(row), Map.of());
      StringBuilder line =
          new StringBuilder(
              String.format(Locale.ROOT, "%2d  %-" + widest + "s", row + 1, label(tasks.get(row))));
      for (String task : tasks) {
        String count = taken.containsKey(task) ? String.valueOf(taken.get(task)) : "·";
        line.append(" ".repeat(5 - count.length())).append(count);
      }
      lines.add(line.toString());
    }
    lines.add("");
  }

  private static String label(String task) {
    return task.isEmpty() ? "(no task)" : task;
  }

  private static String spend(TrialResult result) {
    Cost spend = result.spend();
    String own = Figures.cost(spend);
    if (result.dearest().isEmpty() || spend.usd().isEmpty()) {
      return own;
    }
    TrialResult.Spend dearest = result.dearest().get();
    String always = "; always " + dearest.model() + ": " + "~" + Figures.usd(dearest.usd());
    return own + always + saved(spend, dearest.usd());
  }

  private static String saved(Cost spend, BigDecimal most) {
    if (spend.atLeast() || most.signum() == 0) {
      return "";
    }
    BigDecimal part =
        BigDecimal.ONE
            .subtract(spend.usd().orElseThrow().divide(most, 6, RoundingMode.HALF_UP))
            .movePointRight(2)
            .setScale(0, RoundingMode.HALF_UP);
    return " (" + part + " % less)";
  }
}
