package dev.medley;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A model on loopback, over http or https, that answers "Hi" and keeps what it was sent. */
public final class LoopbackModel implements AutoCloseable {
  private static final byte[] HI =
      "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}"
          .getBytes(StandardCharsets.UTF_8);
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What came: the path with its query, and the headers by their names in lower case. */
  public record Request(String target, Map<String, List<String>> headers) {
    /** All values of a header; empty when it was not sent. */
    public List<String> header(String name) {
      List<String> all = new ArrayList<>();
      headers.forEach(
          (key, values) -> {
            if (key.equalsIgnoreCase(name)) {
              all.addAll(values);
            }
          });
      return all;
    }
  }

  private LoopbackModel(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  public static LoopbackModel http() throws IOException {
    return new LoopbackModel(HttpServer.create(anyPort(), 0));
  }

  public static LoopbackModel https(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new LoopbackModel(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    requests.add(
        new Request(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders())));
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, HI.length);
    exchange.getResponseBody().write(HI);
    exchange.close();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** A URL at this server by the name of {@code host}, such as {@code http://localhost}. */
  public URI url(String host, String path) {
    return URI.create(host + ":" + port() + path);
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
