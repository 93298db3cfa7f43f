package dev.medley.render.terminal.live;

import dev.medley.chat.Clock;
import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.render.Style;
import dev.medley.render.terminal.live.Window.Size;
import dev.medley.render.terminal.markdown.TextStream;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers of several models side by side, in the order given. While they come, {@link #draw} shows
 * the end of each on a screen of its own; when they are there, {@link #lines} has all of them, to
 * be printed once.
 */
public final class LiveColumns implements Comparison.Audience, AutoCloseable {
  private static final String HINT = "Ctrl-C stops what still runs and keeps what is there";

  private final Look look;
  private final FullScreen screen;
  private final Clock clock;
  private final List<Pane> panes;
  private final long inputTokens;
  private final long began;
  private boolean closed;

  /**
   * How things are shown.
   *
   * @param reasoning whether thoughts are shown until there is an answer
   * @param verbose whether errors come with their cause
   */
  public record Look(Style style, TextStream.Factory text, boolean reasoning, boolean verbose) {}

  /**
   * @param out hears what is to be written
   * @param inputTokens of the prompt, as we reckon them
   */
  public LiveColumns(
      List<Target> targets, Look look, Consumer<String> out, Clock clock, long inputTokens) {
    this.look = look;
    this.screen = new FullScreen(out);
    this.clock = clock;
    this.inputTokens = inputTokens;
    this.began = clock.nanoTime();
    this.panes =
        targets.stream()
            .map(target -> new Pane(target, look.style(), look.text(), look.reasoning()))
            .toList();
  }

  /** Whether there is room for two beside each other. */
  public static boolean fit(int count, int columns) {
    return Columns.fit(count, columns);
  }

  @Override
  public SendListener listener(int position) {
    return panes.get(position);
  }

  @Override
  public void finished(int position, Delivery result) {
    panes.get(position).finished(result);
  }

  /** Shows the answers as they are now. */
  public synchronized void draw(Size size) {
    if (closed) {
      return;
    }
    Columns columns = Columns.of(panes.size(), size.columns());
    int rows = columns.rows(panes.size());
    int height = Math.max((size.rows() - 1) / rows, 1);
    List<String> frame = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<List<String>> texts = new ArrayList<>();
      for (Pane pane : row(columns, row)) {
        texts.add(tail(pane, columns.each(), height));
      }
      frame.addAll(columns.join(texts, look.style()));
    }
    while (frame.size() < size.rows() - 1) {
      frame.add("");
    }
    String hint = HINT.substring(0, Math.min(HINT.length(), Math.max(size.columns(), 0)));
    frame.add(look.style().dim(hint));
    screen.show(frame, size);
  }

  /** The end of what there is, below its head; blank below that. */
  private List<String> tail(Pane pane, int width, int height) {
    List<String> lines = new ArrayList<>(head(pane, width));
    List<String> body = pane.body(width, look.verbose());
    int room = Math.max(height - lines.size() - 1, 1);
    lines.addAll(body.subList(Math.max(body.size() - room, 0), body.size()));
    while (lines.size() < height) {
      lines.add("");
    }
    return lines.subList(0, height);
  }

  private List<String> head(Pane pane, int width) {
    return pane.head(width, Duration.ofNanos(clock.nanoTime() - began), inputTokens);
  }

  private List<Pane> row(Columns columns, int row) {
    int from = row * columns.abreast();
    return panes.subList(from, Math.min(from + columns.abreast(), panes.size()));
  }

  /** Leaves the screen, if it was ever shown. */
  @Override
  public synchronized void close() {
    closed = true;
    screen.close();
  }

  /** What came of an answer, as the model wrote it. */
  public String text(int position) {
    return panes.get(position).text();
  }

  /**
   * The answers, whole.
   *
   * @param width in which the columns have to fit
   */
  public List<String> lines(int width) {
    Columns columns = Columns.of(panes.size(), width);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < columns.rows(panes.size()); row++) {
      List<List<String>> texts = new ArrayList<>();
      for (Pane pane : row(columns, row)) {
        List<String> whole = new ArrayList<>(head(pane, columns.each()));
        whole.addAll(pane.body(columns.each(), look.verbose()));
        texts.add(whole);
      }
      lines.addAll(columns.join(texts, look.style()));
      lines.add("");
    }
    return lines.stream().map(LiveColumns::trimmed).toList();
  }

  private static String trimmed(String line) {
    return line.stripTrailing();
  }
}
