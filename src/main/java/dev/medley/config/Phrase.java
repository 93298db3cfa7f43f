package dev.medley.config;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word, several words or a regular expression to look for in a prompt.
 *
 * @param written as in the configuration
 * @param search finds it in a text
 */
public record Phrase(String written, Predicate<CharSequence> search) {
  private static final Pattern REGEX = Pattern.compile("/(.+)/([ims]*)", Pattern.DOTALL);

  /** Written without spaces between words, so that a word's end cannot be seen. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final String WORD_CHARACTER =
      "[\\p{L}\\p{M}\\p{N}_&&[^"
          + UNSPACED.stream().map(s -> "\\p{Is" + s + "}").collect(Collectors.joining())
          + "]]";

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
        : Parsed.good(new Phrase(written, words(written)));
  }

  /** Whether it occurs. */
  public boolean foundIn(CharSequence text) {
    return search.test(text);
  }

  /** For people: {@code "tl;dr"} or {@code /regex/}. */
  public String describe() {
    return REGEX.matcher(written).matches() ? written : "\"" + written + "\"";
  }

  private static Predicate<CharSequence> words(String written) {
    String body =
        Arrays.stream(written.split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s++"));
    String before = bounded(written.codePointAt(0)) ? "(?<!" + WORD_CHARACTER + ")" : "";
    String after =
        bounded(written.codePointBefore(written.length())) ? "(?!" + WORD_CHARACTER + ")" : "";
    int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    Pattern pattern = Pattern.compile(before + body + after, anyCase);
    return text -> pattern.matcher(text).find();
  }

  private static boolean bounded(int edge) {
    return Character.isLetterOrDigit(edge) && !UNSPACED.contains(UnicodeScript.of(edge));
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
