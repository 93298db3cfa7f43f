package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer with a status of 300 or more means. */
final class StatusFailures {
  private StatusFailures() {}

  static Failure of(InFlight.ErrorAnswer answer, Instant now) {
    if (answer.status() < 400) {
      String where = answer.headers().get("Location");
      return Failure.of(
              FailureKind.CONFIG,
              "the server redirects " + (where == null ? "without saying where" : "to " + where))
          .withStatus(answer.status())
          .withHint(
              "if that is right, put it into base_url: keys do not follow redirects to another host");
    }
    Failure failure = ErrorFailures.ofStatus(answer.status(), answer.body());
    return failure.withRetryAfter(wait(failure.kind(), answer, now));
  }

  private static Optional<Duration> wait(
      FailureKind kind, InFlight.ErrorAnswer answer, Instant now) {
    boolean passing = kind == FailureKind.RATE_LIMIT || kind == FailureKind.OVERLOADED;
    return RetryAfter.read(answer.headers()::get, now)
        .or(() -> passing ? RetryAfter.inBody(answer.body()) : Optional.empty());
  }
}
