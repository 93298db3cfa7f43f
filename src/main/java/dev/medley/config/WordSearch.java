package dev.medley.config;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words in a row, whole and in any case, with any white space between them. Every rule may look for
 * many in every prompt, hence without a regular expression.
 */
final class WordSearch implements Predicate<CharSequence> {
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

  private final String[] words;
  private final boolean bounded;
  private final boolean boundedBehind;

  WordSearch(String written) {
    words = written.strip().split("\\s+");
    bounded = separable(written.strip().codePointAt(0));
    boundedBehind = separable(written.strip().codePointBefore(written.strip().length()));
  }

  private static boolean separable(int edge) {
    return Character.isLetterOrDigit(edge) && !UNSPACED.contains(UnicodeScript.of(edge));
  }

  @Override
  public boolean test(CharSequence text) {
    char first = words[0].charAt(0);
    for (int at = 0; at < text.length(); at++) {
      if (same(text.charAt(at), first) && !(bounded && inWord(text, at, true))) {
        int end = end(text, at);
        if (end >= 0 && !(boundedBehind && inWord(text, end, false))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the last word ends that begins at the first; -1: they are not there. */
  private int end(CharSequence text, int start) {
    int at = start;
    for (String word : words) {
      if (at > start) {
        int space = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        if (at == space) {
          return -1;
        }
      }
      for (int i = 0; i < word.length(); i++, at++) {
        if (at == text.length() || !same(text.charAt(at), word.charAt(i))) {
          return -1;
        }
      }
    }
    return at;
  }

  private static boolean same(char one, char other) {
    return one == other
        || Character.toLowerCase(one) == Character.toLowerCase(other)
        || Character.toUpperCase(one) == Character.toUpperCase(other);
  }

  /** Whether a word goes on before or at that place. */
  private static boolean inWord(CharSequence text, int at, boolean before) {
    if (before ? at == 0 : at == text.length()) {
      return false;
    }
    int c = before ? Character.codePointBefore(text, at) : Character.codePointAt(text, at);
    boolean mark =
        Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK
            || Character.getType(c) == Character.ENCLOSING_MARK;
    boolean number =
        Character.isDigit(c)
            || Character.getType(c) == Character.LETTER_NUMBER
            || Character.getType(c) == Character.OTHER_NUMBER;
    return (Character.isLetter(c) || mark || number || c == '_')
        && !UNSPACED.contains(UnicodeScript.of(c));
  }
}
