package dev.medley.render;

import dev.medley.compare.agreement.WordDiff;
import java.util.function.UnaryOperator;

/**
 * Two answers word by word, as {@code git diff --word-diff} shows them: {@code [-old-]{+new+}}. In
 * colour the signs stay, so that it means the same where colour is lost.
 */
public final class WordDiffText {
  private WordDiffText() {}

  /**
   * @param safe makes what a model said harmless where it is to be shown
   */
  public static String of(WordDiff diff, Style style, UnaryOperator<String> safe) {
    StringBuilder text = new StringBuilder();
    for (WordDiff.Piece piece : diff.pieces()) {
      String words = safe.apply(piece.text());
      text.append(
          switch (piece.kind()) {
            case KEPT -> words;
            case REMOVED -> style.red("[-" + words + "-]");
            case ADDED -> style.green("{+" + words + "+}");
          });
    }
    return text.toString();
  }
}
