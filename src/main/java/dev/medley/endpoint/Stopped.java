package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Timeouts;
import java.time.Duration;

/** What to say of a request that we ended ourselves. */
final class Stopped {
  private Stopped() {}

  static Failure explain(FailureKind why, Timeouts bounds, InFlight request) {
    return switch (why) {
      case TIMEOUT_CONNECT ->
          Failure.of(why, handshake(request) + " within " + seconds(bounds.connect()))
              .withHint(
                  request.phase() == InFlight.Phase.SECURING
                      ? "is it https at all? check the scheme and port, or raise --connect-timeout"
                      : "check --proxy, network.proxy and HTTPS_PROXY, or raise --connect-timeout");
      case TIMEOUT_TOTAL ->
          Failure.of(why, "no complete answer within " + seconds(bounds.total()))
              .withHint("raise --timeout, or name other models: medley fallback -m A,B");
      case TIMEOUT_FIRST_TOKEN ->
          Failure.of(why, "no first token within " + seconds(bounds.firstToken()))
              .withHint(
                  "raise --first-token-timeout, or name other models: medley fallback -m A,B");
      case TIMEOUT_IDLE ->
          Failure.of(why, "nothing came for " + seconds(bounds.idle()))
              .withHint("raise --idle-timeout, or name other models: medley fallback -m A,B");
      default -> Failure.of(FailureKind.INTERRUPTED, "interrupted");
    };
  }

  private static String handshake(InFlight request) {
    return request.phase() == InFlight.Phase.SECURING
        ? "the server began no TLS"
        : ProxyFailures.name(request.proxy()) + " gave no connection";
  }

  private static String seconds(Duration bound) {
    return bound.toMillis() % 1000 == 0 ? bound.toSeconds() + " s" : bound.toMillis() + " ms";
  }
}
