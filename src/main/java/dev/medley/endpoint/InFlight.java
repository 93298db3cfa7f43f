package dev.medley.endpoint;

import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Timing;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Call;

/** One request on its way: how far it got, when, and what stopped it. Shared by several threads. */
final class InFlight {
  /** How far a request got. */
  enum Phase {
    STARTING,
    LOOKING_UP,
    CONNECTING,
    SECURING,
    SENDING,
    WAITING,
    RECEIVING
  }

  private final Clock clock;
  private final Route route;
  private final long startedAt;
  private volatile long sentAt;
  private volatile long lastByteAt;
  private volatile boolean handedOver;
  private volatile boolean opened;
  private volatile long firstTokenAt;
  private volatile long firstTextAt;
  private volatile Phase phase = Phase.STARTING;
  private volatile Call call;
  private volatile Proxy proxy = Proxy.NO_PROXY;
  private volatile FailureKind stoppedBy;
  private volatile ErrorAnswer errorAnswer;
  private volatile Runnable onProgress = () -> {};

  /**
   * An answer with a status of 300 or more.
   *
   * @param body its first bytes as text
   */
  record ErrorAnswer(int status, okhttp3.Headers headers, String body) {}

  InFlight(Clock clock) {
    this.clock = clock;
    this.route = new Route(clock);
    this.startedAt = clock.nanoTime();
    this.lastByteAt = startedAt;
  }

  /** Told whenever a new phase is reached. */
  void onProgress(Runnable listener) {
    onProgress = listener;
  }

  /** The way is chosen. */
  void goesThrough(Proxy chosen) {
    proxy = chosen;
  }

  Proxy proxy() {
    return proxy;
  }

  void attach(Call started) {
    call = started;
    if (stoppedBy != null) {
      started.cancel();
    }
  }

  void reached(Phase reached) {
    opened |= reached == Phase.CONNECTING;
    phase = reached;
    if (reached == Phase.SENDING) {
      sentAt = clock.nanoTime();
    }
    lastByteAt = clock.nanoTime();
    onProgress.run();
  }

  void answeredWithError(ErrorAnswer answer) {
    errorAnswer = answer;
  }

  /** Closes the connection, whatever it is doing. Only the first reason counts. */
  synchronized void stop(FailureKind why) {
    if (stoppedBy == null) {
      stoppedBy = why;
    }
    if (call != null) {
      call.cancel();
    }
  }

  void sawReasoning() {
    if (firstTokenAt == 0) {
      firstTokenAt = clock.nanoTime();
    }
  }

  void sawText() {
    sawReasoning();
    if (firstTextAt == 0) {
      firstTextAt = clock.nanoTime();
    }
  }

  /** Every byte that arrives counts as life; silence is counted only while we listen. */
  InputStream watched(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        lastByteAt = clock.nanoTime();
        handedOver = false;
        try {
          return in.read(bytes, offset, length);
        } finally {
          handedOver = true;
          lastByteAt = clock.nanoTime();
        }
      }
    };
  }

  /** From the sent request on; a try that was never sent counts from its start. */
  Timing timing(Instant at) {
    long from = sentAt == 0 ? startedAt : sentAt;
    return new Timing(
        at,
        Duration.ofNanos(clock.nanoTime() - from),
        since(from, firstTokenAt),
        since(from, firstTextAt));
  }

  private static Optional<Duration> since(long from, long at) {
    return at == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(at - from));
  }

  /** Whether a connection was opened for this request, rather than one taken that was kept. */
  boolean opened() {
    return opened;
  }

  Route route() {
    return route;
  }

  Phase phase() {
    return phase;
  }

  Optional<FailureKind> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  Optional<ErrorAnswer> errorAnswer() {
    return Optional.ofNullable(errorAnswer);
  }

  long startedAt() {
    return startedAt;
  }

  /** When the request went out, the connection being open; 0 before that. */
  long sentAt() {
    return sentAt;
  }

  /** Since when nothing has come that we wait for; now, if the user of the text is the slow one. */
  long silentSince() {
    return handedOver ? clock.nanoTime() : lastByteAt;
  }

  long firstTokenAt() {
    return firstTokenAt;
  }
}
