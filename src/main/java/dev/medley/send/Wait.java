package dev.medley.send;

import java.time.Duration;

/**
 * The wait before an attempt.
 *
 * @param length zero for none
 * @param reason why, such as {@code rate_limit}; empty for none
 */
public record Wait(Duration length, String reason) {
  public static final Wait NONE = new Wait(Duration.ZERO, "");
}
