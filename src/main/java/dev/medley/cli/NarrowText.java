package dev.medley.cli;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text laid out for a wide window, in a narrow one: broken between words, the rest set in. */
final class NarrowText {
  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final Pattern WORD = Pattern.compile("(?<=\\S)(?=\\s)");

  /** Of the margin, in columns. */
  private static final int DEEPEST = 8;

  private NarrowText() {}

  /** The last line ends with a line feed if it did. */
  static String of(String text, int columns) {
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
      if (at > 0 && at + width(word) > columns) {
        text.append('\n').append(margin).append(word.strip());
        at = margin.length() + width(word.strip());
      } else {
        text.append(word);
        at += width(word);
      }
    }
    return text.toString();
  }

  private static int width(String word) {
    return STYLE.matcher(word).replaceAll("").length();
  }
}
