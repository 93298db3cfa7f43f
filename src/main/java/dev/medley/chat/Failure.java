package dev.medley.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why there is no answer, or no whole one.
 *
 * @param kind the error class
 * @param cause for {@link FailureKind#TRUNCATED}: what ended the answer; else empty
 * @param status HTTP status, when one came
 * @param message one sentence, the server's own words where it had any
 * @param hint what to do next; may be empty
 * @param retryAfter how long the server asks to wait
 * @param detail the first kB of the raw body or the root cause, for {@code --verbose}; may be empty
 */
public record Failure(
    FailureKind kind,
    Optional<FailureKind> cause,
    OptionalInt status,
    String message,
    String hint,
    Optional<Duration> retryAfter,
    String detail) {
  public static Failure of(FailureKind kind, String message) {
    return new Failure(
        kind, Optional.empty(), OptionalInt.empty(), message, "", Optional.empty(), "");
  }

  public Failure withHint(String text) {
    return new Failure(kind, cause, status, message, text, retryAfter, detail);
  }

  public Failure withStatus(int code) {
    return new Failure(kind, cause, OptionalInt.of(code), message, hint, retryAfter, detail);
  }

  public Failure withRetryAfter(Optional<Duration> wait) {
    return new Failure(kind, cause, status, message, hint, wait, detail);
  }

  public Failure withDetail(String text) {
    return new Failure(kind, cause, status, message, hint, retryAfter, text);
  }

  public Failure withMessage(String text) {
    return new Failure(kind, cause, status, text, hint, retryAfter, detail);
  }

  /** The same failure after text had been received: the answer is truncated, this is its cause. */
  public Failure asTruncation() {
    String remedy =
        hint.isEmpty() ? "the answer is incomplete: ask again, or ask another model" : hint;
    return new Failure(
        FailureKind.TRUNCATED, Optional.of(kind), status, message, remedy, retryAfter, detail);
  }

  /** For a truncation: the failure that ended the answer; else this one. */
  public Failure asIfNothingCame() {
    return cause
        .map(c -> new Failure(c, Optional.empty(), status, message, hint, retryAfter, detail))
        .orElse(this);
  }

  /**
   * Whether the same request to the same model may succeed later: no answer, a reset, 408, 409,
   * 425, 429 (unless the quota is spent), 498 and every 5xx but 501 and 505.
   */
  public boolean retryable() {
    return switch (kind) {
      case RATE_LIMIT, OVERLOADED, NETWORK, TIMEOUT_CONNECT, TIMEOUT_FIRST_TOKEN, TIMEOUT_IDLE ->
          true;
      case SERVER_ERROR -> status.orElse(500) != 501 && status.orElse(500) != 505;
      case BAD_REQUEST -> status.orElse(0) == 409 || status.orElse(0) == 425;
      default -> false;
    };
  }
}
