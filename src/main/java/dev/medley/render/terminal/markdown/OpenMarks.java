package dev.medley.render.terminal.markdown;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether inline markup is open: a code span, emphasis, a link or a tag that has begun and not
 * ended. Until it ends nobody can say how the text looks. Follows the rules of CommonMark closely
 * enough to know when to wait; what the markup means is for the parser to say.
 */
final class OpenMarks {
  private static final int LONGEST_LINK = 240;

  private final Deque<Character> emphasis = new ArrayDeque<>();
  private int run;
  private char runOf;
  private char beforeRun = ' ';
  private char last = ' ';
  private int code;
  private int brackets;
  private int destination;
  private boolean tag;
  private boolean escaped;

  void clear() {
    emphasis.clear();
    run = 0;
    last = ' ';
    code = 0;
    brackets = 0;
    destination = 0;
    tag = false;
    escaped = false;
  }

  /**
   * Whether anything is open before this character, which is not taken yet.
   *
   * @param held how much waits already: what may become a link or a tag is given up sooner, because
   *     brackets often stand for themselves
   */
  boolean openBefore(char next, int held) {
    endRun(next);
    boolean link = brackets > 0 || destination > 0 || last == ']' && next == '(';
    return code > 0 || !emphasis.isEmpty() || (link || tag) && held < LONGEST_LINK;
  }

  void take(char c) {
    if (run > 0 && c == runOf) {
      run++;
      last = c;
      return;
    }
    endRun(c);
    if (escaped) {
      escaped = false;
      last = 'x';
      return;
    }
    if (c == '`' || code == 0 && isEmphasis(c)) {
      run = 1;
      runOf = c;
      beforeRun = last;
    } else if (code == 0) {
      other(c);
    }
    last = c;
  }

  private static boolean isEmphasis(char c) {
    return c == '*' || c == '_' || c == '~';
  }

  private void other(char c) {
    if (destination > 0) {
      destination += c == '(' ? 1 : c == ')' ? -1 : 0;
    } else if (tag) {
      tag = c != '>' && c != '\n';
    } else if (c == '(' && last == ']') {
      destination = 1;
    } else if (c == '[') {
      brackets++;
    } else if (c == ']') {
      brackets = Math.max(brackets - 1, 0);
    } else if (last == '<') {
      tag = Character.isLetter(c) || c == '/' || c == '!';
    }
    escaped = c == '\\';
  }

  private void endRun(char next) {
    if (run == 0) {
      return;
    }
    if (runOf == '`') {
      code = code == 0 ? run : code == run ? 0 : code;
    } else if (code == 0 && (runOf != '~' || run == 2)) {
      endEmphasis(next);
    }
    run = 0;
  }

  private void endEmphasis(char next) {
    boolean left = leans(beforeRun, next);
    boolean right = leans(next, beforeRun);
    boolean inWord = runOf == '_' && left && right;
    int signs = Math.min(run, 3);
    if (right && !inWord && !emphasis.isEmpty() && emphasis.peek() == runOf) {
      while (signs-- > 0 && !emphasis.isEmpty() && emphasis.peek() == runOf) {
        emphasis.pop();
      }
    } else if (left && !inWord) {
      while (signs-- > 0) {
        emphasis.push(runOf);
      }
    }
  }

  /** CommonMark's flanking: text is on the far side, and no word ends on the near one. */
  private static boolean leans(char near, char far) {
    if (Character.isWhitespace(far)) {
      return false;
    }
    // Ideographs end a word like space: emphasis beside them means what it looks like.
    boolean apart = Character.isWhitespace(near) || Flow.isWide(near) || isPunctuation(near);
    return apart || !isPunctuation(far);
  }

  private static boolean isPunctuation(char c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
