package dev.medley.send;

import dev.medley.chat.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a retry, as pure functions. Own waits are 0.5 s × 2ⁿ with full jitter (M.
 * Brooker, "Exponential Backoff And Jitter", 2015), at most 8 s; a server's wait is honoured as
 * told, up to a limit.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration CAP = Duration.ofSeconds(8);

  private Backoff() {}

  /**
   * @param retry 0 for the first retry
   * @param random in [0, 1)
   * @param longest the longest wait of a server's that is honoured
   * @return empty: the server asks for more than that, so do not retry
   */
  public static Optional<Wait> before(int retry, Failure failure, double random, Duration longest) {
    String reason = failure.cause().orElse(failure.kind()).wireName();
    if (failure.retryAfter().isPresent()) {
      Duration asked = failure.retryAfter().get();
      return asked.compareTo(longest) > 0 ? Optional.empty() : Optional.of(new Wait(asked, reason));
    }
    long ceiling = Math.min(CAP.toMillis(), FIRST.toMillis() << Math.min(retry, 10));
    return Optional.of(new Wait(Duration.ofMillis((long) (ceiling * random)), reason));
  }
}
