package dev.medley.route.classify;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Plain features of a prompt beside its words. What each is worth stands in classifier.yaml. */
enum Sign {
  CODE((text, size) -> text.code()),
  /** Names as programs have them: {@code snake_case}, {@code call()}, {@code file.py}. */
  IDENTIFIERS(
      found(
          "`[^`\n]+`|\\b[a-z]+_[a-z_]+\\b|\\b[A-Za-z_]\\w*\\(\\)|\\b[a-z]+[A-Z]\\w+\\(|\\b\\w+\\."
              + "(py|js|ts|tsx|java|go|rs|c|cpp|h|rb|php|sh|sql|json|yml|yaml|toml|css|html)\\b")),
  /** What a machine says when something fails. */
  ERROR(
      found(
          "\\b\\w*(Error|Exception)\\b(\\[|:| in | at )|\\berror\\[|\\bexit(s|ed)?( \\w+)? with code"
              + "|\\b(ERESOLVE|ENOENT|SIGSEGV|segfault|stack ?trace|panic:)|CrashLoopBackOff")),
  /** Equations, powers, functions. */
  MATHEMATICS(
      found(
          "[\\dx)]\\s*[\\^=<>×÷+*/]\\s*[(−-]?[\\dx(]|\\b[a-zA-Z]\\([a-zA-Z]\\)\\s*=|[²³√∑∫π≤≥]"
              + "|\\bP\\(")),
  /** Three or more numbers in what is asked. */
  NUMBERS(found("\\d[\\s\\S]*?\\D\\d[\\s\\S]*?\\D\\d")),
  QUESTION(found("[?？]\\s*$|^\\s*¿|[?？]\\s*\n\n|^[^\n]*[?？]\\s*\n")),
  /** Something in quotes, or after a colon: material that is worked on. */
  QUOTE(found("[\"“„«「《][^\"”“»」》]{2,}[\"”“»」》]|(:\\s+|：)\\S{2,}")),
  /** A case is told and something is asked about it: more words than a question of fact takes. */
  STORY((text, size) -> text.words() >= 14 && !text.material() && !text.code()),
  /** At most four words. */
  TINY((text, size) -> text.words() <= 4 && !text.material()),
  /** At most twelve words and nothing to work on. */
  SHORT((text, size) -> text.words() <= 12 && !text.material()),
  /** A text to work on goes with a few words of what to do. */
  MATERIAL((text, size) -> text.material()),
  /** More tokens than most models answer well about. */
  LONG((text, size) -> text.tokens() > size);

  private final BiPredicate<Layout, Long> test;

  Sign(BiPredicate<Layout, Long> test) {
    this.test = test;
  }

  /**
   * @param longFrom tokens above which a prompt is long
   */
  boolean in(Layout text, long longFrom) {
    return test.test(text, longFrom);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static BiPredicate<Layout, Long> found(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return (text, size) -> pattern.matcher(text.request()).find();
  }
}
