package dev.medley;

import dev.medley.chat.Provider;
import dev.medley.config.Target;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** The embedded server, started when a demo model is first sent to. */
final class Demo {
  static final String PROVIDER = "demo";
  private URI baseUrl;

  boolean serves(Target target) {
    return target.ref().provider().equals(PROVIDER) && isPlaceholder(target.provider().baseUrl());
  }

  /** A user may give the name to an endpoint of their own; then it is theirs. */
  private static boolean isPlaceholder(URI url) {
    return url.getHost().endsWith(".invalid");
  }

  Provider reach(Provider placeholder) {
    return placeholder.at(start());
  }

  private synchronized URI start() {
    if (baseUrl == null) {
      try {
        baseUrl = DemoServer.start(0, Pace.REAL).baseUrl();
      } catch (IOException noPort) {
        throw new UncheckedIOException("no loopback port for the demo server", noPort);
      }
    }
    return baseUrl;
  }
}
