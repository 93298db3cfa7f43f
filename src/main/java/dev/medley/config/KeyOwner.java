package dev.medley.config;

import dev.medley.chat.Secret.Unavailable;
import java.util.Optional;

/**
 * Whose key it is and where it is looked for, for messages that say what to do.
 *
 * @param provider empty for a key given by hand
 * @param configFile the user's file, as shown
 * @param page where keys are made; empty when it is not known
 * @param placed whether the configuration says where the key is; a stored one then has no say
 */
record KeyOwner(
    String provider,
    String configFile,
    Environment environment,
    Optional<String> page,
    boolean placed) {
  private static final String BEARER = "Bearer";

  KeyOwner(String provider, String configFile, Environment environment) {
    this(provider, configFile, environment, Optional.empty(), false);
  }

  Unavailable unavailable(String why, String hint) {
    return new Unavailable(
        (provider.isEmpty() ? "no key: " : "no key for " + provider + ": ") + why, hint);
  }

  /** What else can be done about a missing key. */
  String otherwise() {
    return provider.isEmpty()
        ? ""
        : (placed ? "" : ", or run medley keys set " + provider)
            + ", or set providers."
            + provider
            + ".key_file in "
            + configFile
            + page.map(url -> "; keys are made at " + url).orElse("");
  }

  /**
   * Makes a key of what was found: trimmed, without {@code Bearer}, fit for a header.
   *
   * @param place names where it was found
   */
  String key(String found, String place) throws Unavailable {
    String key = found.strip();
    if (key.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String rest = key.substring(BEARER.length());
      key = rest.equals(rest.stripLeading()) && !rest.isEmpty() ? key : rest.strip();
    }
    if (key.isEmpty()) {
      throw unavailable(place + " is empty", "put the key there" + otherwise());
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) < 0x20 || key.charAt(i) > 0x7E) {
        throw unavailable(
            place + " has a character that no key has, at position " + (i + 1),
            "copy the key again; it is one line of plain letters, digits and signs");
      }
    }
    return key;
  }
}
