package dev.medley.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ways to the servers in {@code network}. */
final class NetworkDecoder {
  private final Environment environment;

  NetworkDecoder(Environment environment) {
    this.environment = environment;
  }

  NetworkSettings decode(Section network) {
    Optional<ProxyWish> proxy = network.parsed("proxy", ProxyWish::parse);
    List<String> except = network.texts("no_proxy");
    Optional<Path> cacert =
        network
            .place("cacert")
            .flatMap(
                place -> {
                  Path base = place.origin().folder().orElse(environment.workingFolder());
                  return network.parsed(
                      place, text -> CertificateFile.parse(text, base, environment));
                });
    return new NetworkSettings(proxy, except, cacert);
  }
}
