package dev.medley.repl;

import dev.medley.chat.Clock;
import dev.medley.render.Figures;
import dev.medley.render.SafeText;
import dev.medley.render.terminal.WordWrap;
import java.time.Duration;

/**
 * A model's thinking before its answer. Folded it is one line that grows while the model thinks and
 * ends with how long that took and how much there was; nothing that has been printed is redrawn.
 */
final class Thinking {
  private static final long DOT_NANOS = 1_000_000_000L;
  private static final int MOST_DOTS = 20;

  private final Screen screen;
  private final Clock clock;
  private final Session.Reasoning how;
  private final WordWrap shown;
  private final StringBuilder heard = new StringBuilder();
  private long began;
  private long lastDot;
  private int dots;
  private boolean open;

  Thinking(Screen screen, Clock clock, Session.Reasoning how) {
    this.screen = screen;
    this.clock = clock;
    this.how = how;
    this.shown = new WordWrap(this::dim, screen::columns);
  }

  void add(String piece) {
    if (how == Session.Reasoning.HIDE) {
      return;
    }
    long now = clock.nanoTime();
    if (!open) {
      open = true;
      began = now;
      lastDot = now;
      heard.setLength(0);
      dots = 0;
      if (how == Session.Reasoning.FOLD) {
        dim("thinking ");
      }
    }
    heard.append(piece);
    if (how == Session.Reasoning.SHOW) {
      shown.feed(SafeText.forTerminal(piece));
    } else if (now - lastDot >= DOT_NANOS && dots < MOST_DOTS) {
      lastDot = now;
      dots++;
      dim(".");
    }
  }

  /** The answer begins, or there will be none. */
  void end() {
    if (!open) {
      return;
    }
    open = false;
    if (how == Session.Reasoning.SHOW) {
      shown.end();
      screen.noteRaw("\n\n");
      return;
    }
    String time = Figures.seconds(Duration.ofNanos(clock.nanoTime() - began));
    long words = heard.toString().strip().split("\\s+").length;
    dim((dots > 0 ? " " : "") + time + ", " + words(words) + "; /reasoning shows it");
    screen.noteRaw("\n");
  }

  private static String words(long count) {
    return count == 1 ? "1 word" : count + " words";
  }

  private void dim(String text) {
    screen.noteRaw(screen.noteStyle().dim(text));
  }
}
