package dev.medley.endpoint;

import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Hands the decision about a proxy to OkHttp. */
final class ProxyRoute extends ProxySelector {
  private final Proxies proxies;

  ProxyRoute(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public List<Proxy> select(URI url) {
    return List.of(proxies.to(url).map(ProxyRoute::proxy).orElse(Proxy.NO_PROXY));
  }

  /** The name is looked up by OkHttp, or by a SOCKS proxy for the server's. */
  private static Proxy proxy(ProxyServer server) {
    Proxy.Type type = server.kind() == ProxyServer.Kind.SOCKS ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    return new Proxy(type, InetSocketAddress.createUnresolved(server.host(), server.port()));
  }

  /** There is no second proxy to turn to. */
  @Override
  public void connectFailed(URI url, SocketAddress address, IOException why) {}
}
