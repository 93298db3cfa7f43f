package dev.medley;

import dev.medley.chat.Cancellation;
import dev.medley.send.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down how long it was to sleep and goes on at once. */
public final class NoSleep implements Sleeper {
  private final List<Duration> waits = new ArrayList<>();
  private final Runnable meanwhile;

  public NoSleep() {
    this(() -> {});
  }

  /**
   * @param meanwhile what happens during each sleep, such as Ctrl-C
   */
  public NoSleep(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  @Override
  public synchronized void sleep(Duration length, Cancellation cancellation) {
    waits.add(length);
    meanwhile.run();
  }

  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }
}
