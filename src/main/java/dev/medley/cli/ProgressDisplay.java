package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.compare.totals.ProgressMeter;
import dev.medley.render.ProgressLine;
import dev.medley.send.Alarm;
import java.time.Duration;

/** Shows on standard error how far a run has come. */
final class ProgressDisplay {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PACE = Duration.ofMillis(250);
  private static final String ERASE = "\r\u001b[K";

  /** Where it is shown. */
  enum Where {
    /** In a line that is renewed, if the run takes more than two seconds. */
    TERMINAL,
    /** In one line when all is over. */
    END,
    NOWHERE
  }

  private final Console console;
  private final ProgressMeter meter;
  private final Alarm alarm;
  private final Where where;
  private Cancellation.Registration next = () -> {};
  private boolean shown;
  private boolean over;

  ProgressDisplay(Console console, ProgressMeter meter, Alarm alarm, Where where) {
    this.console = console;
    this.meter = meter;
    this.alarm = alarm;
    this.where = where;
    if (where == Where.TERMINAL) {
      next = alarm.after(PATIENCE, this::show);
    }
  }

  private synchronized void show() {
    if (!over) {
      console.noteRaw(ERASE + console.errStyle().dim(ProgressLine.of(meter.now())));
      shown = true;
      next = alarm.after(PACE, this::show);
    }
  }

  /** Takes the line away; what has been shown, or is shown only then, is summed up. */
  synchronized void close() {
    over = true;
    next.close();
    if (shown) {
      console.noteRaw(ERASE);
    }
    if (shown || where == Where.END) {
      console.note(console.errStyle().dim(ProgressLine.last(meter.now())));
    }
  }
}
