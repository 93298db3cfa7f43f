package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.history.Ending;
import dev.medley.history.PastRun;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kept runs, one a line. */
public final class HistoryTable {
  /** So much of an id tells runs apart that were not begun in the same millisecond. */
  private static final int SHORT_ID = 8;

  /** Enough of a prompt to know it again. */
  private static final int PROMPT = 60;

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final Instant now;
  private final ZoneId zone;
  private final Style style;

  public HistoryTable(Instant now, ZoneId zone, Style style) {
    this.now = now;
    this.zone = zone;
    this.style = style;
  }

  /**
   * @param columns the width to stay within
   */
  public List<String> lines(List<PastRun> runs, int columns) {
    Table table =
        new Table(
            List.of(
                Column.left("id"),
                Column.left("asked"),
                Column.text("model"),
                Column.right("result"),
                Column.right("cost"),
                Column.text("prompt")));
    Map<String, String> ids = shortIds(runs);
    for (PastRun run : runs) {
      Ending ending = run.ending();
      table.add(
          List.of(
              Cell.of(ids.get(run.id())),
              new Cell(time(run.heading().at()), style::dim),
              new Cell(ending.model().ref().toString(), style::bold),
              result(ending),
              Cell.of(Figures.cost(ending.cost())),
              Cell.of(prompt(run))));
    }
    return table.lines(style, columns);
  }

  /** What is shown of the ids: as little as tells them apart. */
  public static Map<String, String> shortIds(List<PastRun> runs) {
    Map<String, Integer> uses = new HashMap<>();
    runs.forEach(run -> uses.merge(shortened(run.id()), 1, Integer::sum));
    Map<String, String> ids = new HashMap<>();
    for (PastRun run : runs) {
      String brief = shortened(run.id());
      ids.put(run.id(), uses.get(brief) == 1 ? brief : run.id());
    }
    return ids;
  }

  private static String shortened(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  /** Of today the time, else the date. */
  public String time(Instant at) {
    ZonedDateTime then = at.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    if (then.toLocalDate().equals(today.toLocalDate())) {
      return TODAY.format(then);
    }
    return (then.getYear() == today.getYear() ? THIS_YEAR : EARLIER).format(then);
  }

  private Cell result(Ending ending) {
    return ending
        .outcome()
        .fold(
            answered -> Cell.of(Figures.seconds(answered.timing().total())),
            failed -> new Cell(words(failed.failure()), style::red));
  }

  private static String words(Failure failure) {
    return failure.kind().words();
  }

  private static String prompt(PastRun run) {
    String text = run.question().user().orElse(Figures.UNKNOWN);
    String line = SafeText.forTerminal(text.strip().replaceAll("\\s+", " "));
    return line.codePointCount(0, line.length()) <= PROMPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, PROMPT)).stripTrailing() + "…";
  }
}
