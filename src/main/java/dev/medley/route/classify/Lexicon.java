package dev.medley.route.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Words and phrases as a tree of characters: a text is gone through once, however many there are.
 * At each place the longest is taken, and the search goes on behind it, so that what is written as
 * one phrase does not count as its words as well.
 */
final class Lexicon {
  private final Node root = new Node();

  /**
   * What a phrase stands for.
   *
   * @param written as in the resource
   */
  record Entry(String written, Kind kind, double points) {}

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final List<Entry> whole = new ArrayList<>();
    private final List<Entry> stems = new ArrayList<>();
  }

  /**
   * @param written folded; with {@code *} at its end, words that begin so
   */
  void add(Entry entry) {
    String written = entry.written();
    boolean stem = written.endsWith("*");
    Node node = root;
    for (char c : written.substring(0, written.length() - (stem ? 1 : 0)).toCharArray()) {
      node = node.next.computeIfAbsent(c, letter -> new Node());
    }
    (stem ? node.stems : node.whole).add(entry);
  }

  /**
   * @param found hears of each phrase and where it begins
   */
  void search(String folded, ObjIntConsumer<Entry> found) {
    int at = 0;
    while (at < folded.length()) {
      at = startsAt(folded, at) ? take(folded, at, found) : at + 1;
    }
  }

  private int take(String text, int from, ObjIntConsumer<Entry> found) {
    Node node = root;
    List<Entry> longest = List.of();
    int end = from + 1;
    for (int at = from; at < text.length(); ) {
      node = node.next.get(text.charAt(at++));
      if (node == null) {
        break;
      }
      if (!node.whole.isEmpty() && endsAt(text, at)) {
        longest = node.whole;
        end = at;
      } else if (!node.stems.isEmpty()) {
        longest = node.stems;
        end = wordEnd(text, at);
      }
    }
    longest.forEach(entry -> found.accept(entry, from));
    return end;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (!endsAt(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean startsAt(String text, int at) {
    return at == 0 || !spaced(text.charAt(at)) || !spaced(text.charAt(at - 1));
  }

  private static boolean endsAt(String text, int at) {
    return at == text.length() || !spaced(text.charAt(at)) || !spaced(text.charAt(at - 1));
  }

  /** Part of a word in a script that has spaces between words. */
  private static boolean spaced(char c) {
    return Character.isLetterOrDigit(c) && c < 0x2E80;
  }
}
