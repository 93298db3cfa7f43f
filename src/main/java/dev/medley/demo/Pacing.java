package dev.medley.demo;

import java.time.Duration;

/**
 * The timing of one answer.
 *
 * @param startNanos when the request came, by {@link System#nanoTime}
 */
record Pacing(Pace pace, long startNanos) {
  /** Longer than any client waits; a silent answer does not hold its thread for ever. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** Waits until the model would have made the token of that number, counted from 0. */
  void token(SimulatedModel model, int number) throws InterruptedException {
    pace.until(startNanos, model.due(number));
  }

  /** Says nothing, at any pace, until the server closes. */
  void silence() throws InterruptedException {
    Thread.sleep(SILENCE.toMillis());
  }
}
