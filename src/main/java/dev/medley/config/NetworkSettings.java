package dev.medley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ways to the servers, as far as they are configured.
 *
 * @param proxy empty: as the environment says
 * @param noProxy servers to be reached without; empty: as {@code NO_PROXY} says
 * @param cacert PEM certificates to trust beside the JVM's own
 */
public record NetworkSettings(
    Optional<ProxyWish> proxy, List<String> noProxy, Optional<Path> cacert) {
  public NetworkSettings {
    noProxy = List.copyOf(noProxy);
  }
}
