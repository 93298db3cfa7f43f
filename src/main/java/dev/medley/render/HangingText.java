package dev.medley.render;

import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Text beside a head, broken between words, each further line under the first one's text. */
final class HangingText {
  private HangingText() {}

  /**
   * @param head stands once, before the text
   * @param width of the whole lines; a single word that is longer stays whole
   */
  static List<String> lines(String head, String text, int width) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(DisplayWidth.of(head));
    StringBuilder line = new StringBuilder(head);
    boolean fresh = true;
    for (String word : text.split(" ")) {
      if (!fresh && DisplayWidth.of(line + " " + word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
