package dev.medley.cli;

import dev.medley.chat.Proxies;
import dev.medley.chat.ProxyServer;
import dev.medley.render.Finding;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which proxies requests go through, by the very settings that they use. */
final class ProxyCheckup {
  private ProxyCheckup() {}

  static Finding of(Proxies proxies) {
    if (proxies.forHttp().isEmpty() && proxies.forHttps().isEmpty()) {
      return Finding.ok("proxy", "", "none");
    }
    String except = String.join(", ", proxies.except().rules());
    String used =
        Objects.equals(proxies.forHttp(), proxies.forHttps())
            ? described(proxies.forHttp(), "")
            : Stream.of(
                    described(proxies.forHttps(), " for https"),
                    described(proxies.forHttp(), " for http"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    return Finding.ok("proxy", "", except.isEmpty() ? used : used + "; not for " + except);
  }

  private static String described(Optional<ProxyServer> proxy, String scheme) {
    return proxy.map(server -> server.describe() + scheme).orElse("");
  }
}
