package dev.medley.chat;

import java.net.URI;
import java.util.Optional;

/**
 * Which proxy leads to which server.
 *
 * @param forHttp for http URLs
 * @param forHttps for https URLs
 * @param except servers that are reached without
 */
public record Proxies(
    Optional<ProxyServer> forHttp, Optional<ProxyServer> forHttps, ProxyExceptions except) {
  /** Everything is reached directly. */
  public static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), ProxyExceptions.LOOPBACK);

  /** The same proxy for http and https. */
  public static Proxies all(ProxyServer proxy, ProxyExceptions except) {
    return new Proxies(Optional.of(proxy), Optional.of(proxy), except);
  }

  /** The proxy on the way to {@code url}; empty: straight there. */
  public Optional<ProxyServer> to(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    Optional<ProxyServer> proxy = secure ? forHttps : forHttp;
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    String host = HostName.of(url);
    return proxy.filter(any -> !host.isEmpty() && !except.holdFor(host, port));
  }
}
