package dev.medley.send;

import dev.medley.chat.Cancellation.Registration;
import java.time.Duration;

/** Rings once after a while; passed in so that tests decide when. */
@FunctionalInterface
public interface Alarm {
  /** Real time. */
  Alarm SYSTEM = new SystemAlarm();

  /** Runs {@code action}, on whatever thread; closing before that calls it off. */
  Registration after(Duration length, Runnable action);
}
