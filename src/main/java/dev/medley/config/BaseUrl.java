package dev.medley.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of an endpoint as people write it. */
public final class BaseUrl {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
  private static final Pattern NEARBY =
      Pattern.compile(
          "(localhost|127\\.|10\\.|192\\.168\\.|0\\.0\\.0\\.0|\\[|[^./:]+(:|/|$)|[^/:]+\\.(local|lan)\\b).*");
  private static final Pattern CALL = Pattern.compile("/+(chat/completions/*)?$");

  private BaseUrl() {}

  /**
   * Reads an absolute http or https URL. Slashes at the end and {@code /chat/completions}, which
   * people paste from examples, are taken off; a query is kept.
   */
  public static Parsed<URI> parse(String text) {
    String written = text.strip();
    if (written.isEmpty()) {
      return Parsed.bad("is empty");
    }
    Matcher parts = SCHEME.matcher(written);
    if (!parts.matches()) {
      String scheme = NEARBY.matcher(written).matches() ? "http://" : "https://";
      return written.contains("@")
          ? Parsed.bad("has no scheme: write " + scheme + "…")
          : Parsed.bad(written + " has no scheme: write " + scheme + written);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Parsed.bad(scheme + " is not a scheme for this: write http:// or https://");
    }
    return normal(scheme, parts.group(2));
  }

  private static Parsed<URI> normal(String scheme, String rest) {
    try {
      URI url = new URI(scheme + "://" + rest);
      String authority = url.getRawAuthority();
      if (authority == null || authority.isEmpty() || authority.startsWith(":")) {
        return Parsed.bad("has no host");
      }
      if (authority.contains("@")) {
        return Parsed.bad("must not hold a name or password: use key_env or headers");
      }
      if (url.getPort() > 65_535) {
        return Parsed.bad("port " + url.getPort() + " does not exist");
      }
      String path = CALL.matcher(url.getRawPath()).replaceFirst("");
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      return Parsed.good(new URI(scheme + "://" + authority + path + query));
    } catch (URISyntaxException e) {
      return Parsed.bad(noHost(rest) ? "has no host" : "is no URL: " + reason(e));
    }
  }

  private static boolean noHost(String rest) {
    return rest.isEmpty() || rest.startsWith("/") || rest.startsWith(":");
  }

  /** The parser's own message quotes the whole text, which may hold a key in its query. */
  private static String reason(URISyntaxException e) {
    return e.getReason().toLowerCase(Locale.ROOT) + " at position " + (e.getIndex() + 1);
  }
}
