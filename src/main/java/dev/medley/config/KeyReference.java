package dev.medley.config;

import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where a key is, until it is needed. */
public sealed interface KeyReference extends Secret
    permits KeyVariable, KeyFile, KeyCommand, KeyLiteral, StoredKey {
  /** Whether a key seems to be there; runs nothing, so that a command counts as one. */
  boolean present();

  /** Whether a key may be sent there; only a stored one knows its host. */
  static boolean mayGoTo(URI url, Secret key) {
    return !(key instanceof StoredKey stored) || stored.fits(url);
  }

  /**
   * Reads {@code --key REF}: {@code env:NAME}, {@code file:PATH}, {@code cmd:COMMAND}, a provider's
   * name, else the key itself.
   *
   * @return empty when the named provider has no key
   */
  static Optional<Secret> parse(
      String ref, Environment environment, Map<String, Provider> providers) {
    if (providers.containsKey(ref)) {
      return providers.get(ref).key();
    }
    KeyOwner owner = new KeyOwner("", "", environment);
    int colon = ref.indexOf(':');
    String rest = ref.substring(colon + 1).strip();
    return Optional.of(
        switch (colon < 0 ? "" : ref.substring(0, colon)) {
          case "env" -> new KeyVariable(rest, owner);
          case "file" -> new KeyFile(rest, environment.workingFolder(), owner);
          case "cmd" -> new KeyCommand(rest, owner);
          default -> new KeyLiteral(ref, owner);
        });
  }
}
