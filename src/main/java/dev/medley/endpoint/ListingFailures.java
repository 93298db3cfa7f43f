package dev.medley.endpoint;

import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.net.URI;

/**
 * Why no list of models came, and what to do.
 *
 * @param url that was asked
 */
record ListingFailures(URI url, Clock clock) {
  Failure of(Exception thrown, InFlight request) {
    if (request.errorAnswer().isPresent()) {
      return answered(request.errorAnswer().get());
    }
    return request
        .stoppedBy()
        .map(why -> stopped(why, request))
        .orElseGet(() -> NetworkFailures.of(thrown, request, url));
  }

  private Failure stopped(FailureKind why, InFlight request) {
    String host = url.getRawAuthority();
    if (why == FailureKind.INTERRUPTED) {
      return Failure.of(why, "interrupted");
    }
    if (request.sentAt() == 0) {
      return Failure.of(FailureKind.TIMEOUT_CONNECT, "no connection to " + host + " in time")
          .withHint("check the base URL and the network, or raise --connect-timeout");
    }
    return Failure.of(why, "no list of models from " + host + " in time")
        .withHint("raise --timeout and --first-token-timeout, or check the server");
  }

  private Failure answered(InFlight.ErrorAnswer answer) {
    if (answer.status() < 400) {
      String location = answer.headers().get("Location");
      return Failure.of(FailureKind.CONFIG, "the server redirects to " + location)
          .withStatus(answer.status())
          .withHint("if that is right, put it into base_url");
    }
    Failure failure = ErrorFailures.ofStatus(answer.status(), answer.body());
    return hinted(failure).withRetryAfter(RetryAfter.read(answer.headers()::get, clock.now()));
  }

  /** The usual hints speak of prompts and models. */
  private Failure hinted(Failure failure) {
    int status = failure.status().orElse(0);
    if (status == 404 || status == 405) {
      return failure.withHint(
          "this endpoint may have no list of models, or the base URL is wrong; called was " + url);
    }
    return failure.kind() == FailureKind.AUTH ? failure.withHint("check the key") : failure;
  }
}
