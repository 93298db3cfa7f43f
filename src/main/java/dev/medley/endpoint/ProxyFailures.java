package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.endpoint.InFlight.Phase;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what went wrong at the proxy, before the server was reached. */
final class ProxyFailures {
  private static final Pattern CONNECT = Pattern.compile("response code for CONNECT: (\\d+)");
  private static final String CHECK = "check --proxy, network.proxy and HTTPS_PROXY";

  private ProxyFailures() {}

  /** Empty when it was not the proxy. */
  static Optional<Failure> of(Throwable root, Phase phase, Proxy proxy, String server) {
    if (proxy.type() == Proxy.Type.DIRECT) {
      return Optional.empty();
    }
    String name = name(proxy);
    if (root instanceof ProxyRefused refused) {
      return Optional.of(
          Failure.of(FailureKind.NETWORK, "407: " + name + " " + refused.getMessage())
              .withHint(
                  refused.loginShown()
                      ? "check both; write special characters as %40, %3A, …"
                      : "write them into its URL: http://NAME:PASSWORD@" + address(proxy)));
    }
    // Later than this the tunnel stands, or the request itself has reached the proxy.
    if (phase.compareTo(Phase.CONNECTING) > 0) {
      return Optional.empty();
    }
    return Optional.of(underway(root, name, server));
  }

  private static Failure underway(Throwable root, String name, String server) {
    Matcher refused = CONNECT.matcher(String.valueOf(root.getMessage()));
    if (refused.find()) {
      return Failure.of(
              FailureKind.NETWORK,
              name + " refuses to connect to " + server + ": status " + refused.group(1))
          .withHint("ask whoever runs the proxy, or go without it: NO_PROXY, --proxy none");
    }
    if (root instanceof UnknownHostException) {
      return Failure.of(FailureKind.NETWORK, "no such host: " + name).withHint(CHECK);
    }
    if (root instanceof SocketTimeoutException) {
      return Failure.of(FailureKind.TIMEOUT_CONNECT, "no connection to " + name + " in time")
          .withHint(CHECK + ", or raise --connect-timeout");
    }
    if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
      return Failure.of(
              FailureKind.NETWORK, "cannot connect to " + name + ": " + NetworkFailures.words(root))
          .withHint(CHECK + "; --proxy none goes without");
    }
    return Failure.of(
            FailureKind.NETWORK,
            name + " gives no connection to " + server + ": " + NetworkFailures.words(root))
        .withHint(CHECK + "; is it a proxy of that kind?");
  }

  static String name(Proxy proxy) {
    return "the proxy " + address(proxy);
  }

  private static String address(Proxy proxy) {
    InetSocketAddress at = (InetSocketAddress) proxy.address();
    return at.getHostString() + ":" + at.getPort();
  }
}
