package dev.medley.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model's id taken apart, in whatever way a gateway spells it: {@code
 * models/gemini-1.5-flash-002}, {@code anthropic/claude-3.5-sonnet:beta}, {@code
 * claude-3-5-sonnet@20241022}.
 *
 * @param path what stands before the last slash, in lower case
 * @param name the rest in lower case, dots as dashes, without variant
 * @param variant what follows a colon, such as {@code free}
 */
record Spelling(List<String> path, String name, Optional<String> variant) {
  /** Path parts that gateways put in front of anybody's model. */
  private static final Set<String> NEUTRAL = Set.of("models", "publishers", "openrouter");

  /** A day, {@code -latest}, or a numbered release of the same model. Nothing looser: no guess. */
  private static final Pattern SNAPSHOT =
      Pattern.compile(
          "-(?:20\\d\\d-(?:0[1-9]|1[0-2])-[0-3]\\d|20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d"
              + "|latest|00[1-9])$");

  static Spelling of(String id) {
    String lower = id.strip().toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    String plain = colon < 0 ? lower : lower.substring(0, colon);
    int slash = plain.lastIndexOf('/');
    return new Spelling(
        slash < 0 ? List.of() : List.of(plain.substring(0, slash).split("/")),
        plain.substring(slash + 1).replace('.', '-').replace('@', '-'),
        colon < 0 ? Optional.empty() : Optional.of(lower.substring(colon + 1)));
  }

  /** The name without its date; the name itself if it bears none. */
  String family() {
    return SNAPSHOT.matcher(name).replaceFirst("");
  }

  /** Whether every part of the path may stand in front of a model of these vendors. */
  boolean fits(Set<String> vendors) {
    return path.stream().allMatch(part -> NEUTRAL.contains(part) || vendors.contains(part));
  }
}
