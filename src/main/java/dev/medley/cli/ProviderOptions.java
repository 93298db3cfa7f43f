package dev.medley.cli;

import dev.medley.chat.Dialect;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.HostName;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.config.BaseUrl;
import dev.medley.config.Environment;
import dev.medley.config.KeyReference;
import dev.medley.config.Nearest;
import dev.medley.config.Parsed;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured providers, with the connection options on top. */
final class ProviderOptions {
  private final Environment environment;
  private final Map<String, Provider> providers;
  private final ConnectionOptions connection;

  ProviderOptions(
      Environment environment, Map<String, Provider> providers, ConnectionOptions connection) {
    this.environment = environment;
    this.providers = providers;
    this.connection = connection;
  }

  /** The provider of that name, as configured; the nearest name helps where there is none. */
  static Provider named(String name, Map<String, Provider> providers) {
    Provider provider = providers.get(name);
    if (provider != null) {
      return provider;
    }
    // What is too long for a name may be a key in the wrong place, and is not repeated.
    String shown =
        name.length() > 20 || name.startsWith("sk-") ? "of that name" : "\"" + name + "\"";
    throw CommandFailed.usage(
        "no provider " + shown,
        Nearest.to(name, providers.keySet())
            .map(near -> "did you mean " + near + "?")
            .orElse("known are " + String.join(", ", providers.keySet())));
  }

  Provider named(String name) {
    return with(named(name, providers));
  }

  /** Those that could answer now. A key or header of the command line is for one that is named. */
  List<Provider> ready(ModelLister lister) {
    if (connection.key().isPresent() || !connection.headers().isEmpty()) {
      throw CommandFailed.usage(
          "--key and --header go with one provider", "name it, or give its --base-url");
    }
    return ReadyProviders.of(providers.values(), lister);
  }

  /** With the key and the headers of the command line, where they are given. */
  Provider with(Provider configured) {
    return configured.with(key().or(configured::key), headers(configured.headers()));
  }

  /** An endpoint that no configuration knows: no key but the one given. */
  Optional<Provider> adHoc() {
    return connection.baseUrl().map(this::adHoc);
  }

  private Provider adHoc(String written) {
    Parsed<URI> parsed = BaseUrl.parse(written);
    URI url =
        parsed
            .value()
            .orElseThrow(
                () ->
                    CommandFailed.usage(
                        "--base-url " + parsed.reason().orElse(""),
                        "such as http://localhost:11434/v1"));
    Optional<Secret> key = key();
    if (key.filter(given -> !KeyReference.mayGoTo(url, given)).isPresent()) {
      throw new CommandFailed(
          Failure.of(
                  FailureKind.CONFIG,
                  "the stored key of " + connection.key().orElse("") + " is for another host")
              .withHint("give the key for this one: --key env:NAME, file:PATH or cmd:COMMAND"));
    }
    String host = HostName.withPort(url);
    return new Provider(host, url, key, headers(Map.of()), Dialect.PLAIN);
  }

  private Optional<Secret> key() {
    return connection
        .key()
        .map(
            ref ->
                KeyReference.parse(ref, environment, providers)
                    .orElseThrow(
                        () ->
                            CommandFailed.usage("provider " + ref + " has no key", "check --key")));
  }

  private Map<String, String> headers(Map<String, String> configured) {
    Map<String, String> all = new LinkedHashMap<>(configured);
    all.putAll(connection.headers());
    return all;
  }
}
