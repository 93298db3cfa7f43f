package dev.medley.endpoint;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An address as it may be shown: some servers want their key in its query. */
final class ShownUrl {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(auth|key|token|secret|cookie|password|sig).*");

  private ShownUrl() {}

  /** Values whose name says that they are secret are left out. */
  static String of(URI url) {
    String shown = url.toString();
    for (String secret : secrets(url)) {
      shown = shown.replace("=" + secret, "=…");
    }
    return shown;
  }

  /** Those of the query, as they are written there. */
  static List<String> secrets(URI url) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    return Stream.of(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isEmpty() && namesSecret(pair[0]))
        .map(pair -> pair[1])
        .toList();
  }

  /** Whether a header or a field of a query with such a name holds what nobody may see. */
  static boolean namesSecret(String name) {
    return SECRET.matcher(name).matches();
  }
}
