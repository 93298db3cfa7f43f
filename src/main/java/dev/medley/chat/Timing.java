package dev.medley.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a try began and how long it took, by a monotonic clock.
 *
 * @param startedAt wall time at which the request was sent
 * @param total from sending to the end of the answer or the failure
 * @param firstToken from sending to the first text or reasoning that the user could see
 * @param firstText from sending to the first text of the answer itself
 */
public record Timing(
    Instant startedAt,
    Duration total,
    Optional<Duration> firstToken,
    Optional<Duration> firstText) {
  /** A try that ended before anything was sent. */
  public static Timing none(Instant at) {
    return new Timing(at, Duration.ZERO, Optional.empty(), Optional.empty());
  }
}
