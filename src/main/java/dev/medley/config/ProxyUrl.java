package dev.medley.config;

import dev.medley.chat.ProxyServer;
import dev.medley.chat.ProxyServer.Kind;
import dev.medley.chat.ProxyServer.Login;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a proxy as people write it, with or without {@code http://}. What is wrong is said
 * without repeating the URL, which may hold a password.
 */
final class ProxyUrl {
  /** Instead of a URL: no proxy, whatever else is set. */
  static final String OFF = "none";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[^@:/\\[\\]\\s]+)(?::(\\d{1,5}))?/*");

  private ProxyUrl() {}

  static Parsed<ProxyServer> parse(String written) {
    Matcher parts = PARTS.matcher(written.strip());
    if (!parts.matches()) {
      return Parsed.bad("is not the URL of a proxy, such as http://proxy.example:3128");
    }
    String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
    Optional<Kind> kind = kind(scheme);
    if (kind.isEmpty()) {
      return Parsed.bad(
          scheme.equals("https")
              ? "asks for TLS to the proxy itself, which is not supported: write http://"
              : "has the scheme " + scheme + "; supported are http and socks5");
    }
    Kind how = kind.get();
    int port = parts.group(4) == null ? usualPort(how) : Integer.parseInt(parts.group(4));
    if (port < 1 || port > 65535) {
      return Parsed.bad("has a port that is none: " + port);
    }
    String host = parts.group(3).replaceAll("[\\[\\]]", "");
    Parsed<Optional<Login>> login = login(parts.group(2), how);
    return login.reason().isPresent()
        ? Parsed.bad(login.reason().get())
        : Parsed.good(new ProxyServer(how, host, port, login.value().orElseThrow()));
  }

  private static Optional<Kind> kind(String scheme) {
    return switch (scheme) {
      case "http" -> Optional.of(Kind.HTTP);
      case "socks", "socks5", "socks5h" -> Optional.of(Kind.SOCKS);
      default -> Optional.empty();
    };
  }

  private static int usualPort(Kind kind) {
    return kind == Kind.HTTP ? 80 : 1080;
  }

  private static Parsed<Optional<Login>> login(String written, Kind kind) {
    if (written == null || written.isEmpty()) {
      return Parsed.good(Optional.empty());
    }
    if (kind == Kind.SOCKS) {
      return Parsed.bad("has a name and a password, which only http proxies can be given");
    }
    int colon = written.indexOf(':');
    try {
      String name = decoded(colon < 0 ? written : written.substring(0, colon));
      String password = decoded(colon < 0 ? "" : written.substring(colon + 1));
      return Parsed.good(Optional.of(new Login(name, password)));
    } catch (IllegalArgumentException percent) {
      return Parsed.bad("has a % in its name or password that is no code; write % as %25");
    }
  }

  /** A plus is itself here, not a space as in forms. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
