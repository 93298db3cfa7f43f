package dev.medley.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/**
 * Regular expressions that cannot hang the program, whoever wrote them: the syntax is RE2's, whose
 * time is that of the pattern's size times the text's length, and both are bounded. It has no look
 * around and no back references; {@code \\w}, {@code \\d} and {@code \\b} mean ASCII, {@code \\pL}
 * any letter.
 */
final class BoundedRegex implements Predicate<CharSequence> {
  /** Of a pattern's length times all its counted repetitions: what is counted is written out. */
  private static final long LARGEST = 5000;

  /** Size times characters, about half a second; what a text has beyond is not searched. */
  private static final long MOST_WORK = 50_000_000;

  private static final java.util.regex.Pattern COUNTED =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  private final Pattern pattern;
  private final long mostCharacters;

  private BoundedRegex(Pattern pattern, long size) {
    this.pattern = pattern;
    this.mostCharacters = MOST_WORK / size;
  }

  /**
   * @param letters of {@code i} (any case), {@code m} (lines), {@code s} (a dot is a line's end,
   *     too)
   */
  static Parsed<Predicate<CharSequence>> parse(String body, String letters) {
    long size = size(body);
    if (size > LARGEST) {
      return Parsed.bad(
          "the regular expression is too large: its length times its repetitions is above "
              + LARGEST);
    }
    int flags = letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    flags |= letters.contains("m") ? Pattern.MULTILINE : 0;
    flags |= letters.contains("s") ? Pattern.DOTALL : 0;
    try {
      return Parsed.good(new BoundedRegex(Pattern.compile(body, flags), size));
    } catch (PatternSyntaxException e) {
      return Parsed.bad(
          "/" + body + "/" + letters + " is no RE2 regular expression: " + why(e, body));
    }
  }

  private static String why(PatternSyntaxException e, String body) {
    String part = e.getPattern();
    boolean told = part != null && !part.isEmpty() && part.length() < body.length();
    return e.getDescription().strip() + (told ? ": " + part : "");
  }

  private static long size(String body) {
    long size = body.length();
    for (Matcher counted = COUNTED.matcher(body); counted.find() && size <= LARGEST; ) {
      String most = counted.group(2) == null || counted.group(2).isEmpty() ? "1" : counted.group(2);
      size *= Math.max(1, Math.max(Long.parseLong(counted.group(1)), Long.parseLong(most)));
    }
    return size;
  }

  @Override
  public boolean test(CharSequence text) {
    int end = (int) Math.min(text.length(), mostCharacters);
    return pattern.matcher(text.subSequence(0, end)).find();
  }
}
