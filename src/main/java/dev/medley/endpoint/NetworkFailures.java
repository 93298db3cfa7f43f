package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.HostName;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Names what went wrong on the way: DNS, connection, TLS, or the connection breaking. */
final class NetworkFailures {
  /** How OkHttp shows the complaint of a TLS server about what is no TLS. */
  private static final Pattern TLS_ALERT =
      Pattern.compile("Unexpected status line: \\x15\\x03|not found: .*content=1503");

  private NetworkFailures() {}

  static Failure of(Throwable thrown, InFlight request, URI url) {
    Throwable root = rootOf(thrown);
    String host = HostName.withPort(url);
    Failure failure =
        TlsFailures.of(root, request.phase(), host)
            .or(() -> ProxyFailures.of(root, request.phase(), request.proxy(), host))
            .orElseGet(() -> named(root, request.phase(), host));
    return failure.withDetail(root.toString());
  }

  private static Failure named(Throwable root, InFlight.Phase phase, String host) {
    if (root instanceof UnknownHostException) {
      return Failure.of(FailureKind.NETWORK, "no such host: " + host)
          .withHint("check the base URL and the network");
    }
    if (TLS_ALERT.matcher(String.valueOf(root.getMessage())).find()) {
      return Failure.of(FailureKind.TLS, host + " speaks TLS, and was asked without")
          .withHint("write https:// instead of http://");
    }
    if (root instanceof SocketTimeoutException && phase.compareTo(InFlight.Phase.SENDING) < 0) {
      return Failure.of(FailureKind.TIMEOUT_CONNECT, "no connection to " + host + " in time")
          .withHint("check the base URL and the network, or raise --connect-timeout");
    }
    if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
      return Failure.of(FailureKind.NETWORK, "cannot connect to " + host + ": " + words(root))
          .withHint("is the server running, and is the base URL right?");
    }
    boolean sent = phase.compareTo(InFlight.Phase.SENDING) >= 0;
    return Failure.of(
            FailureKind.NETWORK,
            (sent ? "the connection to " + host + " broke" : "cannot reach " + host)
                + ": "
                + words(root, phase))
        .withHint("try again; if it stays, check the server and any proxy between");
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String words(Throwable root, InFlight.Phase phase) {
    boolean begun = phase == InFlight.Phase.RECEIVING;
    return root instanceof java.io.EOFException && root.getMessage() == null && begun
        ? "it was closed before the answer was complete"
        : words(root);
  }

  static String words(Throwable root) {
    String message = root.getMessage();
    if (message == null || message.isBlank()) {
      return root instanceof java.io.EOFException
          ? "it was closed without an answer"
          : root.getClass().getSimpleName();
    }
    if (message.contains("\\n not found") || message.startsWith("unexpected end of stream on")) {
      return "it was closed without an answer";
    }
    if (message.startsWith("unexpected end of stream")) {
      return "it was closed before the answer was complete";
    }
    return message.lines().findFirst().orElse(message);
  }
}
