package dev.medley.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YAML parser's own many lines, made one sentence with a line number. */
record YamlComplaint(int line, String message) {
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column \\d+");
  private static final Pattern CANNOT_START =
      Pattern.compile("found character '(.+?)' that cannot start any token.*");

  static YamlComplaint of(String raw) {
    int line = 1;
    Matcher place = PLACE.matcher(raw);
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    // The parser says what it was doing first and what it met last; its quotes of the file, which
    // may hold a key, are indented.
    String met =
        raw.lines()
            .filter(text -> !text.isBlank() && !Character.isWhitespace(text.charAt(0)))
            .reduce("", (first, second) -> second);
    return new YamlComplaint(line, reword(met));
  }

  private static String reword(String met) {
    Matcher character = CANNOT_START.matcher(met);
    if (character.matches()) {
      return character.group(1).contains("TAB")
          ? "a tab where YAML wants spaces"
          : "text that begins with " + character.group(1) + " must be in quotes";
    }
    if (met.startsWith("mapping values are not allowed here")) {
      return "a colon where none can be: text with \": \" in it must be in quotes";
    }
    if (met.startsWith("expected <block end>")) {
      return "the indentation does not fit the lines above";
    }
    if (met.startsWith("found unexpected end of stream")) {
      return "a quote is opened and never closed";
    }
    if (met.startsWith("Expected a field name")) {
      return "a key must be a plain name";
    }
    if (met.startsWith("Document nesting depth")) {
      return "is nested too deep";
    }
    boolean forPeople = !met.isEmpty() && !met.contains("Exception");
    return "is no YAML: " + (forPeople ? met : "it cannot be read");
  }
}
