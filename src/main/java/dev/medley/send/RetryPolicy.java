package dev.medley.send;

import java.time.Duration;

/**
 * When the same model is asked again.
 *
 * @param retries how many times after the first try
 * @param longestServerWait a server that asks for more is not waited for
 * @param held whether text is kept back until it is complete, so that a cut answer can be retried
 */
public record RetryPolicy(int retries, Duration longestServerWait, boolean held) {
  public static final int DEFAULT_RETRIES = 2;
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Failures go straight to the caller. */
  public RetryPolicy without() {
    return new RetryPolicy(0, longestServerWait, held);
  }
}
