package dev.medley.compare.agreement;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts, word by word: E. W. Myers, "An O(ND) difference algorithm and its variations",
 * Algorithmica 1 (1986). Texts of more than 10,000 words are compared line by line.
 *
 * @param pieces in order; the kept and removed ones are the old text, the kept and added ones the
 *     new one
 */
public record WordDiff(List<Piece> pieces) {
  static final int MOST_WORDS = 10_000;

  /** What became of a piece of text. */
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A run of words with the same fate. */
  public record Piece(Kind kind, String text) {}

  public WordDiff {
    pieces = List.copyOf(pieces);
  }

  public static WordDiff of(String before, String after) {
    List<String> old = Words.of(before);
    List<String> young = Words.of(after);
    return Math.max(old.size(), young.size()) <= MOST_WORDS
        ? of(old, young)
        : of(Words.lines(before), Words.lines(after));
  }

  private static WordDiff of(List<String> old, List<String> young) {
    Joiner pieces = new Joiner();
    int at = 0;
    for (Change change : changes(old, young)) {
      pieces.keep(String.join("", old.subList(at, change.startOriginal)));
      pieces.remove(String.join("", old.subList(change.startOriginal, change.endOriginal)));
      pieces.add(String.join("", young.subList(change.startRevised, change.endRevised)));
      at = change.endOriginal;
    }
    pieces.keep(String.join("", old.subList(at, old.size())));
    return new WordDiff(pieces.joined());
  }

  /** What must change to turn one list into the other, in order. */
  static List<Change> changes(List<String> old, List<String> young) {
    return new MyersDiffWithLinearSpace<String>()
        .computeDiff(old, young, null).stream()
            .sorted((a, b) -> Integer.compare(a.startOriginal, b.startOriginal))
            .toList();
  }

  public boolean same() {
    return pieces.stream().allMatch(piece -> piece.kind() == Kind.KEPT);
  }

  /** Joins neighbours, and changes that only white space keeps apart. */
  private static final class Joiner {
    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private String gap = "";

    void keep(String text) {
      boolean changing = removed.length() + added.length() > 0;
      if (changing && text.isBlank()) {
        gap += text;
      } else if (!text.isEmpty()) {
        flush();
        done.add(new Piece(Kind.KEPT, text));
      }
    }

    void remove(String text) {
      bridge(text);
      removed.append(text);
    }

    void add(String text) {
      bridge(text);
      added.append(text);
    }

    /** The white space before a further change belongs to both sides of it. */
    private void bridge(String text) {
      if (!text.isEmpty()) {
        removed.append(gap);
        added.append(gap);
        gap = "";
      }
    }

    private void flush() {
      piece(Kind.REMOVED, removed.toString());
      piece(Kind.ADDED, added.toString());
      piece(Kind.KEPT, gap);
      removed.setLength(0);
      added.setLength(0);
      gap = "";
    }

    private void piece(Kind kind, String text) {
      if (!text.isEmpty()) {
        done.add(new Piece(kind, text));
      }
    }

    List<Piece> joined() {
      flush();
      return done;
    }
  }
}
