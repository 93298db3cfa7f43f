package dev.medley.endpoint;

import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Timeouts;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stops a request that takes too long, each bound under its own name. One thread serves all
 * requests; it looks when a request enters a new phase, and again when the nearest bound would be
 * reached.
 */
final class Watchdog {
  private static final ScheduledThreadPoolExecutor THREAD = thread();

  private final InFlight request;
  private final Timeouts bounds;
  private final Clock clock;
  private boolean over;
  private ScheduledFuture<?> next;

  private Watchdog(InFlight request, Timeouts bounds, Clock clock) {
    this.request = request;
    this.bounds = bounds;
    this.clock = clock;
  }

  static Watchdog over(InFlight request, Timeouts bounds, Clock clock) {
    Watchdog watchdog = new Watchdog(request, bounds, clock);
    request.onProgress(watchdog::look);
    watchdog.look();
    return watchdog;
  }

  synchronized void stop() {
    over = true;
    if (next != null) {
      next.cancel(false);
    }
  }

  private synchronized void look() {
    if (over) {
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    long now = clock.nanoTime();
    long nearest = Long.MAX_VALUE;
    for (FailureKind kind : BOUNDS) {
      long left = left(kind, now);
      if (left <= 0) {
        request.stop(kind);
        return;
      }
      nearest = Math.min(nearest, left);
    }
    if (nearest < Long.MAX_VALUE) {
      next = THREAD.schedule(this::look, nearest, TimeUnit.NANOSECONDS);
    }
  }

  private static final FailureKind[] BOUNDS = {
    FailureKind.TIMEOUT_CONNECT,
    FailureKind.TIMEOUT_TOTAL,
    FailureKind.TIMEOUT_FIRST_TOKEN,
    FailureKind.TIMEOUT_IDLE
  };

  private long left(FailureKind kind, long now) {
    return switch (kind) {
      case TIMEOUT_CONNECT ->
          inHandshake() ? left(bounds.connect(), request.silentSince(), now) : Long.MAX_VALUE;
      case TIMEOUT_TOTAL -> left(bounds.total(), request.startedAt(), now);
      case TIMEOUT_FIRST_TOKEN ->
          request.sentAt() == 0 || request.firstTokenAt() != 0
              ? Long.MAX_VALUE
              : left(bounds.firstToken(), request.sentAt(), now);
      default ->
          request.phase() != InFlight.Phase.RECEIVING
              ? Long.MAX_VALUE
              : left(bounds.idle(), request.silentSince(), now);
    };
  }

  /**
   * OkHttp bounds the opening of a socket, but not what a proxy or TLS then take to agree on it.
   */
  private boolean inHandshake() {
    boolean tunnel = request.proxy().type() != Proxy.Type.DIRECT;
    return request.phase() == InFlight.Phase.SECURING
        || (request.phase() == InFlight.Phase.CONNECTING && tunnel);
  }

  private static long left(Duration bound, long since, long now) {
    return bound.isZero() ? Long.MAX_VALUE : bound.toNanos() - (now - since);
  }

  private static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "medley-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
