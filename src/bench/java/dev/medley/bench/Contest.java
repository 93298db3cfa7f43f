package dev.medley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Contestants that take turns, so that what else the machine does hits all alike. */
final class Contest {
  private final Map<Contestant, List<Contestant.Run>> runs = new LinkedHashMap<>();
  private final Path scratch;

  Contest(Path scratch) {
    this.scratch = scratch;
  }

  Contest add(Contestant contestant) {
    runs.put(contestant, new ArrayList<>());
    return this;
  }

  /** So many rounds, after one that does not count. */
  Contest run(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (var entry : runs.entrySet()) {
        Contestant.Run run = entry.getKey().run(scratch);
        if (round > 0) {
          entry.getValue().add(run);
        }
      }
    }
    return this;
  }

  double millis(String name) {
    return median(named(name), Contestant.Run::millis);
  }

  double cpuSeconds(String name) {
    return mean(named(name), Contestant.Run::cpuSeconds);
  }

  double peak(String name) {
    return median(named(name), Contestant.Run::peakMegabytes);
  }

  double serverSeconds(String name) {
    return mean(named(name), Contestant.Run::serverSeconds);
  }

  private List<Contestant.Run> named(String name) {
    return runs.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * A table in Markdown.
   *
   * @param base whose time the ratios are to; a name that did not take part leaves them out
   */
  String table(String base) {
    StringBuilder table = new StringBuilder();
    boolean ratios = !named(base).isEmpty();
    table.append("| | median | CPU | peak memory |").append(ratios ? " to " + base + " |\n" : "\n");
    table.append("|---|--:|--:|--:|").append(ratios ? "--:|\n" : "\n");
    for (Contestant contestant : runs.keySet()) {
      String name = contestant.name();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s ms | %s s | %s MB |",
              name,
              number(millis(name), 0),
              number(cpuSeconds(name), 2),
              number(peak(name), 0)));
      if (ratios) {
        table.append(
            String.format(
                Locale.ROOT,
                " %s× time, %s× CPU |",
                number(millis(name) / millis(base), 2),
                number(cpuSeconds(name) / cpuSeconds(base), 2)));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static double median(List<Contestant.Run> runs, ToDoubleFunction<Contestant.Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** GNU time counts in hundredths of a second: a median of such steps says less than the mean. */
  private static double mean(List<Contestant.Run> runs, ToDoubleFunction<Contestant.Run> figure) {
    return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
