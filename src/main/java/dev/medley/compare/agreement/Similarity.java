package dev.medley.compare.agreement;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How alike two texts are, from 0 to 1: twice the words that they have in common in the same order,
 * divided by the words of both, which is Dice's coefficient over a longest common subsequence. In
 * texts of more than 10,000 words the order does not count. Nor do capitals, white space and ways
 * to write the same character ever. Two empty texts are alike.
 */
public final class Similarity {
  private Similarity() {}

  public static double of(String a, String b) {
    return of(words(a), words(b));
  }

  /**
   * Whether they are at least so alike. Texts that share too few words for it in any order are told
   * apart without a closer look.
   */
  public static boolean reaches(double threshold, String a, String b) {
    List<String> one = words(a);
    List<String> other = words(b);
    return inAnyOrder(one, other) >= threshold && of(one, other) >= threshold;
  }

  private static double of(List<String> a, List<String> b) {
    if (a.equals(b)) {
      return 1;
    }
    if (Math.max(a.size(), b.size()) > WordDiff.MOST_WORDS) {
      return inAnyOrder(a, b);
    }
    int changed =
        WordDiff.changes(a, b).stream()
            .mapToInt(change -> change.endOriginal - change.startOriginal)
            .sum();
    return ratio(a.size() - changed, a, b);
  }

  private static double inAnyOrder(List<String> a, List<String> b) {
    Map<String, Integer> counts = new HashMap<>();
    a.forEach(word -> counts.merge(word, 1, Integer::sum));
    long shared = b.stream().filter(word -> counts.merge(word, -1, Integer::sum) >= 0).count();
    return ratio(shared, a, b);
  }

  private static double ratio(long shared, List<String> a, List<String> b) {
    int all = a.size() + b.size();
    return all == 0 ? 1 : 2.0 * shared / all;
  }

  private static List<String> words(String text) {
    return Words.of(comparable(text)).stream().filter(word -> !word.isBlank()).toList();
  }

  /** Lower case, one space between words, and one way to write every character. */
  static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
