package dev.medley.config;

import dev.medley.chat.Addressing;
import dev.medley.chat.Dialect;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.config.Section.Place;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code providers}. */
final class ProviderDecoder {
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private final Environment environment;
  private final String userFile;
  private final StoredKeys stored;

  ProviderDecoder(Environment environment, String userFile, StoredKeys stored) {
    this.environment = environment;
    this.userFile = userFile;
    this.stored = stored;
  }

  /** Those that can be used; the rest are among the problems. */
  Map<String, Provider> decode(Section providers) {
    Map<String, Provider> decoded = new LinkedHashMap<>();
    providers
        .sections()
        .forEach((name, section) -> decode(name, section).ifPresent(p -> decoded.put(name, p)));
    return decoded;
  }

  private Optional<Provider> decode(String name, Section section) {
    if (name.contains("/") || name.startsWith("@") || name.isBlank()) {
      section.problem("the name of a provider must not have a / or begin with @");
    }
    if (!section.has("base_url")) {
      section.problem("needs a base_url");
    }
    Optional<URI> url = section.parsed("base_url", BaseUrl::parse);
    Optional<Secret> configured = key(name, section);
    Map<String, String> headers = headers(section.section("headers"));
    Dialect dialect = dialect(section);
    Addressing addressing = addressing(section);
    return url.map(
        base ->
            new Provider(
                name,
                base,
                stored(name, section, base, configured),
                headers,
                dialect,
                addressing.on(base)));
  }

  private static Addressing addressing(Section section) {
    return new Addressing(
        section.parsed("key_header", ProviderDecoder::headerName),
        section.text("api_version"),
        section.text("deployment"));
  }

  private static Parsed<String> headerName(String name) {
    return HEADER_NAME.matcher(name).matches()
        ? Parsed.good(name)
        : Parsed.bad("\"" + name + "\" cannot be the name of a header");
  }

  /**
   * A stored key steps in where nobody configured another place and the usual variable is unset.
   */
  private Optional<Secret> stored(
      String name, Section section, URI url, Optional<Secret> configured) {
    if (placed(section) || configured.filter(Secret::present).isPresent()) {
      return configured;
    }
    KeyOwner owner = new KeyOwner(name, userFile, environment);
    Optional<Secret> found =
        stored
            .of(name)
            .map(entry -> new StoredKey(entry, url, owner, environment.display(stored.file())));
    return found.or(() -> configured);
  }

  static Dialect dialect(Section section) {
    return new Dialect(new HashSet<>(section.texts("omit")), section.text("max_tokens_field"));
  }

  /** Whether someone chose where the key is; the presets' usual variables are nobody's choice. */
  private static boolean placed(Section section) {
    return Overlay.ALTERNATIVES.get("providers").stream()
        .filter(section::has)
        .anyMatch(way -> section.origin(way).kind() != Origin.Kind.PRESET);
  }

  private Optional<Secret> key(String name, Section section) {
    List<String> ways =
        Overlay.ALTERNATIVES.get("providers").stream().filter(section::has).sorted().toList();
    if (ways.size() > 1) {
      section.problem("has " + String.join(" and ", ways) + "; one place for a key is enough");
    }
    KeyOwner owner =
        new KeyOwner(name, userFile, environment, section.text("keys_url"), placed(section));
    Optional<Secret> variable =
        section.parsed("key_env", KeyVariable::name).map(text -> new KeyVariable(text, owner));
    Optional<Secret> command = section.text("key_command").map(text -> new KeyCommand(text, owner));
    Optional<Secret> file =
        section
            .place("key_file")
            .map(
                place ->
                    new KeyFile(
                        place.text(),
                        place.origin().folder().orElse(environment.workingFolder()),
                        owner));
    return variable.or(() -> command).or(() -> file);
  }

  private static Map<String, String> headers(Section section) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : section.node().entries().keySet()) {
      Optional<Place> value = section.place(name);
      if (!HEADER_NAME.matcher(name).matches()) {
        section.problem("\"" + name + "\" cannot be the name of a header");
      } else if (value.isPresent() && unfit(value.get().text())) {
        section.problem(value.get(), "has a character that no header may have");
      } else {
        value.ifPresent(place -> headers.put(name, place.text()));
      }
    }
    return headers;
  }

  private static boolean unfit(String value) {
    return value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c > 0x7E);
  }
}
