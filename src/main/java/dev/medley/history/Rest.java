package dev.medley.history;

import dev.medley.chat.FailureKind;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a model is left alone.
 *
 * @param since when it began
 * @param until when the model may be tried again; may have passed, and then what follows decides
 * @param step how long the last rest that was our own choice was, for doubling; zero: there was
 *     none, the server or the kind of failure said how long
 * @param failures how many led to it, without a success between them
 * @param why the last one's class
 */
public record Rest(Instant since, Instant until, Duration step, int failures, FailureKind why) {
  /** A rest that has yet to begin was written by a clock that has since been put back. */
  public boolean holds(Instant now) {
    return now.isBefore(until) && !now.isBefore(since);
  }

  public Rest until(Instant end) {
    return new Rest(since, end, step, failures, why);
  }
}
