package dev.medley.endpoint;

import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
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
  private final long startedAt;
  private volatile long sentAt;
  private volatile long lastByteAt;
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

  /** Every byte that arrives counts as life. */
  InputStream watched(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        int next = in.read();
        lastByteAt = clock.nanoTime();
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        lastByteAt = clock.nanoTime();
        return n;
      }
    };
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

  long lastByteAt() {
    return lastByteAt;
  }

  long firstTokenAt() {
    return firstTokenAt;
  }

  long firstTextAt() {
    return firstTextAt;
  }
}
