package dev.medley.send;

import java.time.Duration;

/**
 * When the same model is asked again.
 *
 * @param retries how many times after the first try
 * @param longestServerWait a server that asks for more is not waited for
 * @param held whether what came of a cut answer may be dropped, because it was kept back or because
 *     the user wants it begun again
 * @param deadline when all of it must be over
 */
public record RetryPolicy(
    int retries, Duration longestServerWait, boolean held, Deadline deadline) {
  public static final int DEFAULT_RETRIES = 2;
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Without a deadline. */
  public RetryPolicy(int retries, Duration longestServerWait, boolean held) {
    this(retries, longestServerWait, held, Deadline.NONE);
  }

  /** Failures go straight to the caller. */
  public RetryPolicy without() {
    return new RetryPolicy(0, longestServerWait, held, deadline);
  }

  /** No server is waited for longer than that. */
  public RetryPolicy waitingAtMost(Duration wait) {
    return new RetryPolicy(retries, wait, held, deadline);
  }
}
