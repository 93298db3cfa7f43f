package dev.medley.endpoint;

import java.util.function.Consumer;

/**
 * Parts an answer that begins with {@code <think>…</think>} into reasoning and text, also when the
 * tags are cut across pieces. Only a tag at the very beginning counts; later ones are text.
 */
final class ThinkTags {
  static final String OPEN = "<think>";
  static final String CLOSE = "</think>";

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

  private void decide() {
    int start = firstVisible();
    String begin = held.substring(start, Math.min(held.length(), start + OPEN.length()));
    if (begin.equals(OPEN)) {
      held.delete(0, start + OPEN.length());
      state = State.THINKING;
    } else if (!OPEN.startsWith(begin)) {
      state = State.ANSWER;
      text.accept(release());
    }
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
