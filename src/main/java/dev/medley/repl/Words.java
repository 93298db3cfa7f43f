package dev.medley.repl;

import java.util.ArrayList;
import java.util.List;

/** The words of an argument: apart by space, unless quoted or behind a backslash. */
public final class Words {
  private Words() {}

  public static List<String> of(String argument) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (c == '\\' && quote != '\'' && escapes(argument, i + 1)) {
        word.append(argument.charAt(++i));
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  /** Before anything else a backslash is itself, as in a path of Windows. */
  private static boolean escapes(String argument, int next) {
    return next < argument.length() && " \t\"'\\".indexOf(argument.charAt(next)) >= 0;
  }
}
