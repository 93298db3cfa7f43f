package dev.medley.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Servers on this very machine. */
final class Loopback {
  private static final int MOMENT_MILLIS = 150;

  private Loopback() {}

  /** Whether something takes connections there; never when the URL leads elsewhere. */
  static boolean listens(URI url) {
    int usual = url.getScheme().equals("https") ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return addresses(url).stream()
        .anyMatch(address -> accepts(new InetSocketAddress(address, port)));
  }

  private static List<InetAddress> addresses(URI url) {
    if (url.getHost() == null) {
      return List.of();
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(url.getHost().replaceAll("[\\[\\]]", "")))
          .filter(InetAddress::isLoopbackAddress)
          .toList();
    } catch (UnknownHostException nowhere) {
      return List.of();
    }
  }

  private static boolean accepts(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, MOMENT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
