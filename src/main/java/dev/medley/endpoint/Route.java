package dev.medley.endpoint;

import dev.medley.chat.Clock;
import dev.medley.chat.ModelListing.Journey;
import dev.medley.chat.ModelListing.Stage;
import dev.medley.chat.ModelListing.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Notes each step by which a request gets to its server. Several threads may write. */
final class Route {
  private final Clock clock;
  private final List<Step> steps = new ArrayList<>();
  private Stage underWay;
  private String to = "";
  private long since;

  Route(Clock clock) {
    this.clock = clock;
    this.since = clock.nanoTime();
  }

  synchronized void begin(Stage stage, String towards) {
    underWay = stage;
    to = towards;
    since = clock.nanoTime();
  }

  /** Only what has begun ends: TLS begins within the opening of the connection. */
  synchronized void end(Stage stage, String finding) {
    if (underWay == stage) {
      steps.add(new Step(stage, finding, Duration.ofNanos(clock.nanoTime() - since)));
      underWay = null;
    }
  }

  void resolved(List<InetAddress> addresses) {
    String found =
        addresses.stream()
            .limit(3)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    end(Stage.DNS, addresses.size() > 3 ? found + ", …" : found);
  }

  void connecting(InetSocketAddress address, Proxy proxy) {
    String through = proxy.type() == Proxy.Type.DIRECT ? "" : " (a proxy)";
    String host =
        address.getAddress() == null
            ? address.getHostString()
            : address.getAddress().getHostAddress();
    begin(
        Stage.TCP,
        (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + through);
  }

  synchronized void connected() {
    end(Stage.TCP, to);
  }

  void securing() {
    connected();
    begin(Stage.TLS, "");
  }

  void secured(SSLSession session) {
    end(Stage.TLS, session.getProtocol() + issuer(session));
  }

  private static String issuer(SSLSession session) {
    try {
      Certificate first = session.getPeerCertificates()[0];
      return first instanceof X509Certificate known ? ", issued by " + nameOf(known) : "";
    } catch (SSLPeerUnverifiedException none) {
      return "";
    }
  }

  private static String nameOf(X509Certificate certificate) {
    Principal issuer = certificate.getIssuerX500Principal();
    return issuer.getName().replaceAll("(?<!\\\\),(?=[A-Za-z0-9.]+=)", ", ");
  }

  /**
   * @param from when the request went out, or was begun if it never did
   */
  synchronized Journey journey(boolean arrived, long from) {
    return new Journey(
        steps,
        arrived ? Optional.empty() : Optional.ofNullable(underWay),
        Duration.ofNanos(clock.nanoTime() - from));
  }
}
