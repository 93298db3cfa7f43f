package dev.medley.chat;

import java.nio.file.Path;
import java.util.List;

/**
 * The way to the servers.
 *
 * @param trusted PEM files of certificates that are trusted beside the JVM's own
 */
public record Network(Proxies proxies, List<Path> trusted) {
  /** No proxy, and the trust store that the JVM has. */
  public static final Network DIRECT = new Network(Proxies.NONE, List.of());

  public Network {
    trusted = List.copyOf(trusted);
  }

  /** Written out, as is that of {@link ModelRef}. */
  @Override
  public int hashCode() {
    return trusted.hashCode();
  }
}
