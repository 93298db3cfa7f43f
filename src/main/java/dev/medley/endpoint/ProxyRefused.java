package dev.medley.endpoint;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import okhttp3.Challenge;
import okhttp3.Response;

/** A proxy asks for a login that it was not given, or does not take the one that it was. */
final class ProxyRefused extends IOException {
  private static final long serialVersionUID = 1L;
  private final boolean loginShown;

  private ProxyRefused(String message, boolean loginShown) {
    super(message);
    this.loginShown = loginShown;
  }

  static ProxyRefused login(Response response) {
    boolean shown = response.request().header("Proxy-Authorization") != null;
    String ways =
        response.challenges().stream()
            .map(Challenge::scheme)
            .distinct()
            .collect(Collectors.joining(", "));
    boolean basic = ways.isEmpty() || ways.toLowerCase(Locale.ROOT).contains("basic");
    String wants = "wants a name and a password";
    String message = shown ? "does not take the name and password" : wants;
    return new ProxyRefused(
        basic ? message : wants + " by " + ways + ", which medley does not speak", shown);
  }

  boolean loginShown() {
    return loginShown;
  }
}
