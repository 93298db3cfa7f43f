package dev.medley.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server of simulated models. It listens on 127.0.0.1 only, and its threads never keep the
 * process alive.
 */
public final class DemoServer implements AutoCloseable {
  static {
    // Read once by the JDK's server. Without it a small write waits for the acknowledgement of the
    // one before, which many systems delay by 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int DEFAULT_BACKLOG = 0;

  private final HttpServer server;
  private final ExecutorService threads;

  private DemoServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a server that is ready when this returns.
   *
   * @param port 1 to 65535, or 0 for any that is free
   * @throws IOException when the port cannot be had
   */
  public static DemoServer start(int port, Pace pace) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), DEFAULT_BACKLOG);
    ExecutorService threads = Executors.newCachedThreadPool(DemoServer::daemon);
    http.setExecutor(threads);
    http.createContext("/", new Router(new ChatPage(pace)));
    DemoServer demo = new DemoServer(http, threads);
    demo.listen();
    threads.execute(ChatPage::warmUp);
    return demo;
  }

  /** The base URL for clients, {@code /v1} included. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** Ends everything at once, answers under way included. */
  @Override
  public void close() {
    // Connections first: an answer under way must break, not look complete.
    server.stop(0);
    threads.shutdownNow();
  }

  /** The JDK's dispatcher is a daemon only if the thread that starts it is one. */
  private void listen() {
    Thread starter = daemon(server::start);
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-demo");
    thread.setDaemon(true);
    return thread;
  }
}
