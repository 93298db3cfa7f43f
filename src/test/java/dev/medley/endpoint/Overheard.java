package dev.medley.endpoint;

import dev.medley.chat.ReplyListener;
import java.util.ArrayList;
import java.util.List;

/** A listener that writes down all it hears. */
final class Overheard implements ReplyListener {
  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder reasoning = new StringBuilder();
  private final List<String> notices = new ArrayList<>();

  @Override
  public void onText(String piece) {
    pieces.add(piece);
  }

  @Override
  public void onReasoning(String piece) {
    reasoning.append(piece);
  }

  @Override
  public void onNotice(String notice) {
    notices.add(notice);
  }

  List<String> pieces() {
    return pieces;
  }

  String text() {
    return String.join("", pieces);
  }

  String reasoning() {
    return reasoning.toString();
  }

  @Override
  public void onSecondTry(String correction) {
    onNotice(correction);
  }

  List<String> notices() {
    return notices;
  }
}
