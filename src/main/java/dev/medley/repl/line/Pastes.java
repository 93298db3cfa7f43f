package dev.medley.repl.line;

import dev.medley.repl.Refused;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Large pasted texts. On the line stands a short mark, so that ten thousand lines can be edited
 * around, and what is sent has the text in its place.
 */
final class Pastes {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 1500;
  private static final Pattern MARK =
      Pattern.compile("\\[pasted [\\d,]+ (?:lines|characters) #[0-9a-f]{8}]");

  private final Map<String, String> texts = new HashMap<>();

  /** The text itself, or the mark that stands for it when it is large. */
  String fold(String text) {
    long lines = text.lines().count();
    if (lines <= MOST_LINES && text.length() <= MOST_CHARACTERS) {
      return text;
    }
    String what =
        lines > MOST_LINES
            ? String.format(Locale.ROOT, "%,d lines", lines)
            : String.format(Locale.ROOT, "%,d characters", text.codePointCount(0, text.length()));
    String mark = String.format("[pasted %s #%08x]", what, text.hashCode());
    texts.put(mark, text);
    return mark;
  }

  /**
   * The line with the texts in the place of their marks.
   *
   * @throws Refused when a mark is from another session, whose text is not here
   */
  String unfold(String line) {
    StringBuilder whole = new StringBuilder();
    Matcher marks = MARK.matcher(line);
    while (marks.find()) {
      String text = texts.get(marks.group());
      if (text == null) {
        throw Refused.usage(
            "what was pasted as " + marks.group() + " is no longer here", "paste it again");
      }
      marks.appendReplacement(whole, Matcher.quoteReplacement(text));
    }
    return marks.appendTail(whole).toString();
  }
}
