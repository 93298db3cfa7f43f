package dev.medley.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects text and passes it on, never in half characters: some servers cut a surrogate pair
 * across two chunks. A half that stays alone becomes the replacement character.
 */
final class TextFeed {
  /** What has been collected is copied no more once it has this length. */
  private static final int PART = 64 << 10;

  private final List<String> parts = new ArrayList<>();
  private final StringBuilder recent = new StringBuilder();
  private final Consumer<String> listener;
  private char heldHigh;
  private boolean visible;

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
      visible |= !sound.isBlank();
      keep(sound);
      listener.accept(sound);
    }
  }

  private void keep(String text) {
    if (recent.length() + text.length() >= PART) {
      partRecent();
    }
    if (text.length() >= PART) {
      parts.add(text);
    } else {
      recent.append(text);
    }
  }

  private void partRecent() {
    if (recent.length() > 0) {
      parts.add(recent.toString());
      recent.setLength(0);
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

  /** Whether there is nothing yet, or only white space. */
  boolean isBlank() {
    return !visible;
  }

  /** All text so far. The parts are joined once and then kept as one. */
  @Override
  public String toString() {
    partRecent();
    if (parts.size() > 1) {
      String all = String.join("", parts);
      parts.clear();
      parts.add(all);
    }
    return parts.isEmpty() ? "" : parts.get(0);
  }
}
