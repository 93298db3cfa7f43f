package dev.medley;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on loopback that knows every host: all of them are this machine. It keeps the heads
 * of the requests that it was sent, and can want a login or refuse.
 */
public final class LoopbackProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final String wanted;
  private final String refusal;

  private LoopbackProxy(String wanted, String refusal) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.wanted = wanted;
    this.refusal = refusal;
    daemon(this::serve);
  }

  public static LoopbackProxy open() throws IOException {
    return new LoopbackProxy("", "");
  }

  /** Wants that value of Proxy-Authorization. */
  public static LoopbackProxy wanting(String authorization) throws IOException {
    return new LoopbackProxy(authorization, "");
  }

  /** Answers everything with that status line and headers; with nothing: closes. */
  public static LoopbackProxy refusing(String status) throws IOException {
    return new LoopbackProxy("", status);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The request line and headers of each request, as they came. */
  public List<String> heads() {
    return heads;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        daemon(() -> quietly(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void quietly(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        heads.add(head);
        if (!wanted.isEmpty() && !head.contains("Proxy-Authorization: " + wanted + "\r\n")) {
          say(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"");
        } else if (refusal.equals("nothing")) {
          return;
        } else if (!refusal.isEmpty()) {
          say(client, refusal);
        } else {
          forward(client, in, head);
          return;
        }
        if (!head.startsWith("CONNECT")) {
          return;
        }
      }
    } catch (IOException broken) {
      // The test has seen what it wanted, or will complain itself.
    }
  }

  private static void say(Socket client, String status) throws IOException {
    String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void forward(Socket client, InputStream in, String head) throws IOException {
    String target = head.split(" ")[1];
    boolean tunnel = head.startsWith("CONNECT");
    int port = URI.create(tunnel ? "x://" + target : target).getPort();
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      if (tunnel) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      } else {
        server.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      }
      daemon(() -> pump(in, server));
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static void pump(InputStream from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8192];
      for (int n = from.read(some); n >= 0; n = from.read(some)) {
        out.write(some, 0, n);
        out.flush();
      }
    } catch (IOException over) {
      // Either end may go first.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
