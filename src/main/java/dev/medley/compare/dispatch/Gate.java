package dev.medley.compare.dispatch;

import dev.medley.config.Throttle;
import java.time.Duration;

/**
 * What one provider may be asked: how many requests at once, and how many a minute, evenly spaced.
 * When it refuses for being asked too much, as many as are in flight are halved, once for all
 * requests that were on their way by then, and it rests as long as it asks for; every answer then
 * gives back one request in flight for as many answers as there are in flight (additive increase,
 * multiplicative decrease). To be used under the lock of {@link Slots}; times are those of {@code
 * System.nanoTime}.
 */
final class Gate {
  private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;

  private final int most;
  private final long spacing;
  private double limit;
  private int inFlight;
  private int waiting;
  private int comingBack;
  private long openFrom;
  private boolean everShut;
  private long cutAt;
  private boolean everCut;

  /**
   * @param most requests in flight when the provider has no limit of its own
   */
  Gate(int most, Throttle throttle) {
    this.most = (int) Math.min(most, throttle.maxConcurrency().orElse(most));
    this.limit = this.most;
    long perMinute = throttle.requestsPerMinute().orElse(0);
    this.spacing = perMinute == 0 ? 0 : NANOS_OF_A_MINUTE / perMinute;
  }

  /** Nanoseconds until a request may start, 0 for now; the largest number: when one has ended. */
  long waitFrom(long now) {
    if (inFlight >= (int) limit) {
      return Long.MAX_VALUE;
    }
    return everShut ? Math.max(0, openFrom - now) : 0;
  }

  void start(long now) {
    inFlight++;
    if (spacing > 0) {
      shutUntil(now + spacing);
    }
  }

  /** A request is over, or waits before it is tried again. */
  void leave() {
    inFlight--;
  }

  /** So many more, or fewer, wait before they are tried again. */
  void waits(int by) {
    waiting += by;
  }

  /** So many more, or fewer, have waited and want to be tried again. */
  void comesBack(int by) {
    comingBack += by;
  }

  /**
   * Whether a new request may start. Those that have waited go first, and no more wait than may be
   * in flight: where all requests fail, they must not pile up.
   */
  boolean free(long now) {
    return comingBack == 0 && waiting < most && waitFrom(now) == 0;
  }

  void answered() {
    limit = Math.min(most, limit + 1 / limit);
  }

  /**
   * The provider was asked too much.
   *
   * @param startedAt when that request was started
   * @param rest how long it wants to be left alone
   */
  void refused(long startedAt, long now, Duration rest) {
    if (!everCut || startedAt - cutAt >= 0) {
      limit = Math.max(1, Math.min(limit, inFlight) / 2);
      cutAt = now;
      everCut = true;
    }
    shutUntil(now + rest.toNanos());
  }

  private void shutUntil(long time) {
    openFrom = everShut && openFrom - time > 0 ? openFrom : time;
    everShut = true;
  }

  int limit() {
    return (int) limit;
  }
}
