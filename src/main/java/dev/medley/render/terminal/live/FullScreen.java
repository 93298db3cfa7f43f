package dev.medley.render.terminal.live;

import dev.medley.render.terminal.live.Window.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Frames on the alternate screen (xterm's private mode 1049): whatever happens there, a resize
 * included, what stood on the terminal before is back when it is left, and nothing of the frames is
 * in its history. Only lines that changed are written.
 */
final class FullScreen {
  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";
  private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";
  private static final String CLEAR = "\u001b[H\u001b[2J";
  private static final String CLEAR_TO_END = "\u001b[K";

  /** Once in so many frames all is written anew, should somebody have typed into them. */
  private static final int REFRESH = 20;

  private final Consumer<String> out;
  private List<String> shown = List.of();
  private Size size;
  private boolean open;
  private int frames;

  FullScreen(Consumer<String> out) {
    this.out = out;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Shows a frame; opens the screen with the first.
   *
   * @param lines from the top; what is too much is left out
   */
  void show(List<String> lines, Size now) {
    StringBuilder frame = new StringBuilder();
    if (!open) {
      open = true;
      frame.append(ENTER);
    }
    boolean anew = !now.equals(size);
    if (anew) {
      frame.append(CLEAR);
      shown = List.of();
      size = now;
    }
    boolean all = frames++ % REFRESH == 0;
    List<String> fitting = new ArrayList<>(lines.subList(0, Math.min(lines.size(), now.rows())));
    while (fitting.size() < shown.size()) {
      fitting.add("");
    }
    for (int row = 0; row < fitting.size(); row++) {
      boolean same = row < shown.size() && shown.get(row).equals(fitting.get(row));
      if (all || !same) {
        frame.append("\u001b[").append(row + 1).append(";1H");
        frame.append(fitting.get(row)).append(CLEAR_TO_END);
      }
    }
    shown = fitting;
    if (!frame.isEmpty()) {
      out.accept(frame.toString());
    }
  }

  void close() {
    if (open) {
      open = false;
      out.accept(LEAVE);
    }
  }
}
