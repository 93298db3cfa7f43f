package dev.medley.demo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The simulated models' own tokens: a word of up to twelve letters with the space before it, an
 * ideograph, a sign. Joined, they are the text again.
 */
final class Tokens {
  private static final String IDEOGRAPH = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*+(?:[" + IDEOGRAPH + "]|[\\p{L}\\p{M}\\p{N}&&[^" + IDEOGRAPH + "]]{1,12}|\\S)|\\s+");

  private Tokens() {}

  static List<String> split(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  static long count(String text) {
    return TOKEN.matcher(text).results().count();
  }
}
