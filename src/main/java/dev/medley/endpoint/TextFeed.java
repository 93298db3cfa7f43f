package dev.medley.endpoint;

import java.util.function.Consumer;

/**
 * Collects text and passes it on, never in half characters: some servers cut a surrogate pair
 * across two chunks. A half that stays alone becomes the replacement character.
 */
final class TextFeed {
  private final StringBuilder all = new StringBuilder();
  private final Consumer<String> listener;
  private char heldHigh;

  TextFeed(Consumer<String> listener) {
    this.listener = listener;
  }

  void accept(String piece) {
    String whole = heldHigh == 0 ? piece : heldHigh + piece;
    heldHigh = 0;
    if (!whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1))) {
      heldHigh = whole.charAt(whole.length() - 1);
      whole = whole.substring(0, whole.length() - 1);
    }
    pass(whole);
  }

  void end() {
    if (heldHigh != 0) {
      heldHigh = 0;
      pass("\uFFFD");
    }
  }

  private void pass(String text) {
    if (!text.isEmpty()) {
      String sound = withoutLoneHalves(text);
      all.append(sound);
      listener.accept(sound);
    }
  }

  private static String withoutLoneHalves(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }

  boolean isEmpty() {
    return all.length() == 0;
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
