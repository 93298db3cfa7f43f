package dev.medley.endpoint;

import dev.medley.chat.ModelListing.Stage;
import dev.medley.endpoint.InFlight.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import javax.net.ssl.SSLSocket;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Protocol;

/** Tells an {@link InFlight} how far its call got, so that an error can name the step. */
final class Progress extends EventListener {
  private final InFlight request;
  private final Runnable onEnd;

  /**
   * @param onEnd called once, when the connection is free for another call
   */
  Progress(InFlight request, Runnable onEnd) {
    this.request = request;
    this.onEnd = onEnd;
  }

  @Override
  public void callStart(Call call) {
    request.attach(call);
  }

  @Override
  public void callEnd(Call call) {
    onEnd.run();
  }

  @Override
  public void callFailed(Call call, IOException why) {
    onEnd.run();
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    request.goesThrough(proxies.get(0));
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    request.route().begin(Stage.DNS, domainName);
    request.reached(Phase.LOOKING_UP);
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    request.route().resolved(addresses);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    request.route().connecting(address, proxy);
    request.reached(Phase.CONNECTING);
  }

  @Override
  public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
    request.route().connected();
  }

  @Override
  public void secureConnectStart(Call call) {
    request.route().securing();
    request.reached(Phase.SECURING);
  }

  /**
   * The handshake that OkHttp hands out knows no certificates, as {@link Trust} lists no issuers.
   */
  @Override
  public void connectionAcquired(Call call, Connection connection) {
    if (connection.socket() instanceof SSLSocket socket) {
      request.route().secured(socket.getSession());
    }
  }

  @Override
  public void requestHeadersStart(Call call) {
    request.reached(Phase.SENDING);
  }

  @Override
  public void responseHeadersStart(Call call) {
    request.reached(Phase.WAITING);
  }

  @Override
  public void responseBodyStart(Call call) {
    request.reached(Phase.RECEIVING);
  }
}
