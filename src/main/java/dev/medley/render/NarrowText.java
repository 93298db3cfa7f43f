package dev.medley.render;

import dev.medley.render.terminal.DisplayWidth;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text laid out for a wide window, in a narrow one: broken between words, the rest set in. */
public final class NarrowText {
  private static final Pattern WORD = Pattern.compile("(?<=\\S)(?=\\s)");

  /** Of the margin, in columns. */
  private static final int DEEPEST = 8;

  private NarrowText() {}

  /** The last line ends with a line feed if it did. */
  public static String of(String text, int columns) {
    String broken =
        text.lines().map(line -> broken(line, columns)).collect(Collectors.joining("\n"));
    return text.endsWith("\n") ? broken + "\n" : broken;
  }

  private static String broken(String whole, int columns) {
    int indent = Math.min(whole.length() - whole.stripLeading().length(), DEEPEST);
    String line = " ".repeat(indent) + whole.stripLeading();
    String margin = " ".repeat(Math.min(indent + 2, DEEPEST));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (String word : WORD.split(line)) {
      if (at > 0 && at + DisplayWidth.visible(word) > columns) {
        text.append('\n').append(margin).append(word.strip());
        at = margin.length() + DisplayWidth.visible(word.strip());
      } else {
        text.append(word);
        at += DisplayWidth.visible(word);
      }
    }
    return text.toString();
  }
}
