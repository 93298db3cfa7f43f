package dev.medley.endpoint;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts an answer that begins with {@code <think>…</think>} into reasoning and text, also when the
 * tags are cut across pieces. Only a tag at the very beginning counts; later ones are text.
 *
 * <p>Some templates send the opening tag as a part of the prompt, so that only the closing one
 * comes. It counts when it stands on a line of its own: an answer may speak about tags.
 */
final class ThinkTags {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";
  private static final Pattern CLOSE_ON_ITS_LINE =
      Pattern.compile("(?:^|\\n)[ \\t]*</think>[ \\t]*(?:\\r?\\n|\\z)");

  /** White space before an answer is held back up to this length. */
  private static final int LONGEST_BLANK = 1024;

  private enum State {
    UNDECIDED,
    THINKING,
    AFTER_THINKING,
    ANSWER
  }

  private final Consumer<String> text;
  private final Consumer<String> reasoning;
  private final StringBuilder held = new StringBuilder();
  private State state = State.UNDECIDED;

  ThinkTags(Consumer<String> text, Consumer<String> reasoning) {
    this.text = text;
    this.reasoning = reasoning;
  }

  void accept(String piece) {
    if (state == State.ANSWER) {
      text.accept(piece);
      return;
    }
    held.append(piece);
    if (state == State.UNDECIDED) {
      decide();
    }
    if (state == State.THINKING) {
      think();
    }
    if (state == State.AFTER_THINKING) {
      beginAnswer();
    }
  }

  /** Nothing more will come: lets go of what was held back. */
  void end() {
    if (held.length() > 0) {
      (state == State.THINKING ? reasoning : text).accept(release());
    }
  }

  /**
   * Where an answer begins whose thinking has no opening tag, as {thinking's end, answer's start};
   * null when it has no thinking.
   */
  static int[] partsWithoutOpening(String text) {
    if (!text.contains(CLOSE)) {
      return null;
    }
    Matcher close = CLOSE_ON_ITS_LINE.matcher(text);
    return close.find() && !text.substring(0, close.start()).contains(OPEN)
        ? new int[] {close.start(), close.end()}
        : null;
  }

  private void decide() {
    int start = firstVisible();
    if (start > LONGEST_BLANK) {
      state = State.ANSWER;
      text.accept(release());
      return;
    }
    int[] parts = partsWithoutOpening(held.toString());
    if (beginsWith(OPEN, start)) {
      held.delete(0, start + OPEN.length());
      state = State.THINKING;
    } else if (beginsWith(CLOSE, start)) { // a model that was told not to think
      held.delete(0, start + CLOSE.length());
      state = State.AFTER_THINKING;
    } else if (parts != null) {
      reasoning.accept(held.substring(start, parts[0]));
      held.delete(0, parts[1]);
      state = State.AFTER_THINKING;
    } else if (!mayBecome(OPEN, start) && !mayBecome(CLOSE, start)) {
      state = State.ANSWER;
      text.accept(release());
    }
  }

  private boolean beginsWith(String tag, int start) {
    return held.indexOf(tag, start) == start;
  }

  private boolean mayBecome(String tag, int start) {
    return tag.startsWith(held.substring(start, Math.min(held.length(), start + tag.length())));
  }

  private void think() {
    int close = held.indexOf(CLOSE);
    if (close >= 0) {
      emitReasoning(close);
      held.delete(0, CLOSE.length());
      state = State.AFTER_THINKING;
    } else {
      emitReasoning(held.length() - tailThatMayBeClose());
    }
  }

  /** The blank lines between the thinking and the answer belong to neither. */
  private void beginAnswer() {
    held.delete(0, firstVisible());
    if (held.length() > 0) {
      state = State.ANSWER;
      text.accept(release());
    }
  }

  private void emitReasoning(int length) {
    if (length > 0) {
      reasoning.accept(held.substring(0, length));
      held.delete(0, length);
    }
  }

  private int tailThatMayBeClose() {
    for (int n = Math.min(held.length(), CLOSE.length() - 1); n > 0; n--) {
      if (CLOSE.startsWith(held.substring(held.length() - n))) {
        return n;
      }
    }
    return 0;
  }

  private int firstVisible() {
    int i = 0;
    while (i < held.length() && Character.isWhitespace(held.charAt(i))) {
      i++;
    }
    return i;
  }

  private String release() {
    String all = held.toString();
    held.setLength(0);
    return all;
  }
}
