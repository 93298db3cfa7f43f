package dev.medley.send;

import dev.medley.chat.Cancellation.Registration;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for all, made when first needed, that never keeps the process alive. */
final class SystemAlarm implements Alarm {
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread daemon = new Thread(work, "medley-alarm");
            daemon.setDaemon(true);
            return daemon;
          });

  SystemAlarm() {
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Registration after(Duration length, Runnable action) {
    ScheduledFuture<?> bell = thread.schedule(action, length.toNanos(), TimeUnit.NANOSECONDS);
    return () -> bell.cancel(false);
  }
}
