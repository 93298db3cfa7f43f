package dev.medley.history;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that a text must hold, all of them. None can be mistaken for the syntax of full-text
 * search; only a star at the end of a word means something: any ending.
 */
public final class SearchWords {
  /** Scripts that put no spaces between words, so that an index of words does not know theirs. */
  private static final Pattern UNSPACED =
      Pattern.compile(
          ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
              + "\\p{IsMyanmar}].*",
          Pattern.DOTALL);

  private static final Pattern INDEXED = Pattern.compile(".*[\\p{L}\\p{N}].*", Pattern.DOTALL);

  private final List<String> words;

  /**
   * @param text words with spaces between; what has neither letter nor digit is left out
   */
  public SearchWords(String text) {
    this.words =
        List.of(text.strip().split("\\s+")).stream()
            .filter(word -> INDEXED.matcher(word).matches())
            .toList();
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Those that must be looked for letter by letter. */
  List<String> unspaced() {
    return words.stream().filter(word -> UNSPACED.matcher(word).matches()).toList();
  }

  /** The others in the language of FTS5, as strings of it; empty when there are none. */
  String match() {
    return words.stream()
        .filter(word -> !UNSPACED.matcher(word).matches())
        .map(SearchWords::quoted)
        .reduce((all, word) -> all + " AND " + word)
        .orElse("");
  }

  private static String quoted(String word) {
    boolean open = word.endsWith("*");
    String plain = open ? word.substring(0, word.length() - 1) : word;
    return "\"" + plain.replace("\"", "\"\"") + "\"" + (open ? " *" : "");
  }
}
