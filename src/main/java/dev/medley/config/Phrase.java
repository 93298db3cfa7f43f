package dev.medley.config;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, several words or a regular expression to look for in a prompt.
 *
 * @param written as in the configuration
 * @param search finds it in a text
 */
public record Phrase(String written, Predicate<CharSequence> search) {
  private static final Pattern REGEX = Pattern.compile("/(.+)/([ims]*)", Pattern.DOTALL);

  /**
   * Reads words, found as whole words in any case, or {@code /regex/}, in which case counts unless
   * an {@code i} follows it. See {@link BoundedRegex} for what it may have in it.
   */
  public static Parsed<Phrase> parse(String text) {
    String written = text.strip();
    if (written.isEmpty()) {
      return Parsed.bad("is empty: it would be found everywhere");
    }
    Matcher regex = REGEX.matcher(written);
    return regex.matches()
        ? BoundedRegex.parse(regex.group(1), regex.group(2)).map(it -> new Phrase(written, it))
        : Parsed.good(new Phrase(written, new WordSearch(written)));
  }

  /** Whether it occurs. */
  public boolean foundIn(CharSequence text) {
    return search.test(text);
  }

  /** For people: {@code "tl;dr"} or {@code /regex/}. */
  public String describe() {
    return REGEX.matcher(written).matches() ? written : "\"" + written + "\"";
  }

  /** By what was written: searches themselves have no equality. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase && phrase.written.equals(written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }
}
