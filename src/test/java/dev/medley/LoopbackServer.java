package dev.medley;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback that knows no HTTP of its own: it reads a request and then writes exactly
 * the bytes that its next script says. The n-th request gets the n-th script, later ones the last.
 */
public final class LoopbackServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<WireScript> scripts;
  private final List<Request> requests = new ArrayList<>();
  private final List<Socket> open = new ArrayList<>();
  private final CountDownLatch clientClosed = new CountDownLatch(1);
  private volatile long clientClosedAt;

  /**
   * What a client sent.
   *
   * @param target as in the request line, query included
   * @param headers names in lower case; a repeated one is joined by a comma
   */
  public record Request(String method, String target, Map<String, String> headers, String body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  private LoopbackServer(ServerSocket socket, List<WireScript> scripts) {
    this.socket = socket;
    this.scripts = scripts;
  }

  /** Listens on a free port. */
  public static LoopbackServer running(WireScript... scripts) {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
      LoopbackServer server = new LoopbackServer(socket, List.of(scripts));
      inBackground(server::accept);
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** A URL of this server. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /** All requests so far. */
  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public Request onlyRequest() {
    List<Request> all = requests();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " requests instead of one: " + all);
    }
    return all.get(0);
  }

  /** When a client first closed its connection by {@link System#nanoTime}; empty: not in time. */
  public Optional<Long> clientClosedAt(long waitMillis) throws InterruptedException {
    return clientClosed.await(waitMillis, TimeUnit.MILLISECONDS)
        ? Optional.of(clientClosedAt)
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    synchronized (open) {
      for (Socket connection : open) {
        connection.close();
      }
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        synchronized (open) {
          open.add(connection);
        }
        inBackground(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (Optional<Request> next = read(in); next.isPresent(); next = read(in)) {
        WireScript script = scriptFor(next.get());
        if (!script.keepsAlive()) {
          inBackground(() -> watchForClose(in));
        }
        if (!script.play(connection)) {
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      sawClientClose();
    }
  }

  private WireScript scriptFor(Request request) {
    synchronized (requests) {
      WireScript script = scripts.get(Math.min(requests.size(), scripts.size() - 1));
      requests.add(request);
      return script;
    }
  }

  private void watchForClose(InputStream in) {
    try {
      while (in.read() >= 0) {
        continue; // a client that goes on talking has not closed
      }
    } catch (IOException reset) {
      // a reset is a close as well
    }
    sawClientClose();
  }

  private synchronized void sawClientClose() {
    if (clientClosedAt == 0) {
      clientClosedAt = System.nanoTime();
      clientClosed.countDown();
    }
  }

  private static Optional<Request> read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return Optional.empty(); // not HTTP, such as the beginning of TLS
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = start.split(" ");
    return Optional.of(new Request(words[0], words[1], headers, body));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }
}
