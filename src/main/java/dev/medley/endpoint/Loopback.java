package dev.medley.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** This machine as its own network knows it. */
final class Loopback {
  private Loopback() {}

  /** The loopback addresses that a URL leads to; none when it leads elsewhere. */
  static List<InetAddress> addresses(URI url) {
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
}
