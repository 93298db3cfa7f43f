package dev.medley.route.classify;

import java.util.regex.Pattern;

/**
 * Whether a text holds source code, a patch or a stack trace, judged by lines that prose does not
 * have. A keyword at the start of a line is not enough: people write "let me explain" and "import
 * duties (see below)".
 */
public final class SourceCode {
  private static final Pattern SIGN =
      Pattern.compile(
          String.join(
              "|",
              "^#!/",
              "^diff --git |^@@ -\\d+",
              "^\\s*#[ \\t]*include[ \\t]*[<\"]",
              "^\\s*import (static )?[\\w.*]+( as \\w+)?[ \\t]*;?[ \\t]*$",
              "^\\s*import .*\\bfrom ?['\"]",
              "^\\s*from [\\w.]+ import [\\w*(]",
              "^\\s*package [\\w.]+;[ \\t]*$|^package \\w+[ \\t]*$",
              "^\\s*(async )?def \\w+[!?]?\\(",
              "^\\s*class \\w+(\\([\\w., =]*\\))?:[ \\t]*$",
              "^\\s*(public|private|protected|internal|static|export|pub|async|abstract|final"
                  + "|class|interface|enum|struct|impl|trait|function|func|fun|fn)\\b.*"
                  + "(\\{|\\w\\(.*\\)[ \\t]*;?)[ \\t]*$",
              "^\\s*(public|private|protected|static|final) .*[\\w>\\]] \\w+( =.*)?;[ \\t]*$",
              "^\\s*(const|let|var|val) (mut )?[\\w${}\\[\\], :<>?]+=.*[;{(\\[`'\")][ \\t]*$",
              "^\\s*(SELECT .* FROM|INSERT INTO|CREATE TABLE|UPDATE .* SET) ",
              "^\\s*at [\\w.$<>/]+\\(|^\\s*at .*:\\d+:\\d+\\)?[ \\t]*$",
              "^Traceback \\(|^\\s*File \".*\", line \\d+|^goroutine \\d+ \\[|^thread '.*' panicked at"));

  /** What two lines in a row of prose do not end with. */
  private static final Pattern STATEMENT = Pattern.compile("([{}]|\\w\\(.*\\);|=.*;)\\s*$");

  /** Longer lines are not looked at: nobody wrote them by hand, and patterns take their time. */
  private static final int LONGEST_LINE = 400;

  private SourceCode() {}

  /** The name over a fence that medley puts round a file which is no source code. */
  private static final Pattern PLAIN_FILE =
      Pattern.compile(
          "(?i).*\\.(txt|text|md|markdown|rst|csv|tsv|log|eml|srt|tex|json|jsonl|ya?ml|xml):\\s*");

  /** Whether any of it is. A fence says so, unless it is round a file of another kind. */
  public static boolean in(String text) {
    boolean statement = false;
    boolean fenced = false;
    String above = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean fence = line.startsWith("```");
      if (fence && !fenced && !PLAIN_FILE.matcher(above).matches()) {
        return true;
      }
      fenced ^= fence;
      boolean before = statement;
      boolean looked = line.length() <= LONGEST_LINE;
      statement = looked && STATEMENT.matcher(line).find();
      if (before && statement || looked && SIGN.matcher(line).find()) {
        return true;
      }
      above = looked ? line : "";
    }
    return false;
  }
}
