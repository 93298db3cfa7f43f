package dev.medley.config;

import dev.medley.chat.ProxyServer;
import java.util.Optional;

/** A proxy, or expressly none. */
public record ProxyWish(Optional<ProxyServer> server) {
  static Parsed<ProxyWish> parse(String written) {
    if (written.strip().equalsIgnoreCase(ProxyUrl.OFF)) {
      return Parsed.good(new ProxyWish(Optional.empty()));
    }
    Parsed<ProxyServer> server = ProxyUrl.parse(written);
    return server.reason().isPresent()
        ? Parsed.bad(server.reason().get())
        : Parsed.good(new ProxyWish(server.value()));
  }
}
