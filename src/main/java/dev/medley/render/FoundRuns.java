package dev.medley.render;

import dev.medley.history.Found;
import dev.medley.history.PastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a search has found: two lines a run, the second with what was looked for. */
public final class FoundRuns {
  private final HistoryTable table;
  private final Style style;

  public FoundRuns(HistoryTable table, Style style) {
    this.table = table;
    this.style = style;
  }

  public List<String> lines(List<Found> found) {
    Map<String, String> ids = HistoryTable.shortIds(found.stream().map(Found::run).toList());
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      PastRun run = one.run();
      lines.add(
          ids.get(run.id())
              + "  "
              + style.dim(table.time(run.heading().at()))
              + "  "
              + style.bold(run.ending().model().ref().toString()));
      lines.add("  " + snippet(one.snippet()));
    }
    return lines;
  }

  /** Marks that the text itself may hold do no more than change a colour. */
  private String snippet(String text) {
    String line = text.strip().replaceAll("[\\s&&[^\\x02\\x03]]+", " ");
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int at = line.indexOf(Found.BEGIN); at >= 0; at = line.indexOf(Found.BEGIN, from)) {
      int end = line.indexOf(Found.END, at);
      int to = end < 0 ? line.length() : end;
      shown.append(safe(line.substring(from, at)));
      shown.append(style.yellow(safe(line.substring(at, to))));
      from = to;
    }
    return shown.append(safe(line.substring(from))).toString();
  }

  private static String safe(String text) {
    return SafeText.forTerminal(
        text.replace(String.valueOf(Found.BEGIN), "").replace(String.valueOf(Found.END), ""));
  }
}
