package dev.medley.compare.agreement;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text in pieces that people see as one: words, single signs, runs of white space. Scripts that are
 * written without spaces go character by character.
 */
final class Words {
  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

  private static final Pattern PIECE =
      Pattern.compile(
          "[" + UNSPACED + "]\\p{M}*+|[\\p{L}\\p{M}\\p{N}_&&[^" + UNSPACED + "]]++|\\s++|.",
          Pattern.DOTALL);

  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

  private Words() {}

  /** Together they are the text. */
  static List<String> of(String text) {
    return pieces(PIECE, text);
  }

  /** Lines with their ends; together they are the text. */
  static List<String> lines(String text) {
    return pieces(LINE, text);
  }

  private static List<String> pieces(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }
}
