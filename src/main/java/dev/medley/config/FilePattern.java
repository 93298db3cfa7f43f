package dev.medley.config;

import java.util.Locale;

/**
 * A file's name with {@code *} for any characters and {@code ?} for one, in any case. Without a
 * slash it is compared with the name alone, else with the path as it was given.
 *
 * @param written as in the configuration
 */
public record FilePattern(String written) {
  static Parsed<FilePattern> parse(String text) {
    return text.isBlank() ? Parsed.bad("is empty") : Parsed.good(new FilePattern(text.strip()));
  }

  /** The last part of a path. */
  public static String nameOf(String path) {
    String unified = path.replace('\\', '/');
    return unified.substring(unified.lastIndexOf('/') + 1);
  }

  /** Whether a file of that name or path is meant. */
  public boolean matches(String path) {
    String lower = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    String pattern = written.toLowerCase(Locale.ROOT);
    return written.contains("/")
        ? wild(pattern, lower) || wild("*/" + pattern, lower)
        : wild(pattern, nameOf(lower));
  }

  /** Goes back to the last star only: never more steps than the product of both lengths. */
  private static boolean wild(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
