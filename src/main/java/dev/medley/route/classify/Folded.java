package dev.medley.route.classify;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as words are looked for in it: lower case, without accents, apostrophes straight, and any
 * white space one space. People leave accents out, and none of our words needs one.
 */
final class Folded {
  private Folded() {}

  static String of(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else if (c == '’' || c == '‘') {
        folded.append('\'');
      } else if (c == 'ß') {
        folded.append("ss");
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
