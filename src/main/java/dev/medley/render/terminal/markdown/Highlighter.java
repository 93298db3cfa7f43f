package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.markdown.Flow.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Colours code by what can be told from its letters alone: comments, strings, numbers and keywords.
 * Goes over a text once, line by line, and remembers what is open.
 */
final class Highlighter {
  private final Language language;
  private List<Piece> pieces = new ArrayList<>();
  private StringBuilder run = new StringBuilder();
  private Look look = Look.PLAIN;
  private String closing = "";
  private Look closingLook = Look.PLAIN;

  private Highlighter(Language language) {
    this.language = language;
  }

  /**
   * @param info the word after a fence; empty when the language is not known
   */
  static Optional<Highlighter> of(String info) {
    return Language.named(info).map(Highlighter::new);
  }

  /** The pieces of a line, in order; together they are the line. */
  List<Piece> pieces(String line) {
    pieces = new ArrayList<>();
    Optional<Look> whole = language.wholeLine(line);
    if (whole.isPresent()) {
      return List.of(new Piece(line, whole.get()));
    }
    int at = 0;
    while (at < line.length()) {
      at = closing.isEmpty() ? code(line, at) : inside(line, at);
    }
    endRun();
    if (!language.spansLines(closing)) {
      closing = "";
    }
    return pieces;
  }

  /** Within a comment or a string: up to its end. */
  private int inside(String line, int at) {
    int end = at;
    while (end < line.length() && !line.startsWith(closing, end)) {
      end += line.charAt(end) == '\\' && language.escapes(closing) ? 2 : 1;
    }
    boolean closed = end < line.length();
    end = closed ? end + closing.length() : line.length();
    add(line.substring(at, end), closingLook);
    closing = closed ? "" : closing;
    return end;
  }

  private int code(String line, int at) {
    if (language.commentsAt(line, at)) {
      add(line.substring(at), Look.COMMENT);
      return line.length();
    }
    Optional<Language.Span> span = language.spanAt(line, at);
    if (span.isPresent()) {
      closing = span.get().end();
      closingLook = span.get().look();
      add(span.get().start(), closingLook);
      return at + span.get().start().length();
    }
    char c = line.charAt(at);
    if (language.inWord(c)) {
      return word(line, at);
    }
    add(String.valueOf(c), Look.PLAIN);
    return at + 1;
  }

  private int word(String line, int at) {
    int end = at;
    boolean number = Character.isDigit(line.charAt(at));
    while (end < line.length()
        && (language.inWord(line.charAt(end)) || number && line.charAt(end) == '.')) {
      end++;
    }
    String word = line.substring(at, end);
    add(word, number ? Look.NUMBER : language.isKeyword(word) ? Look.KEYWORD : Look.PLAIN);
    return end;
  }

  private void add(String text, Look as) {
    if (!as.equals(look)) {
      endRun();
      look = as;
    }
    run.append(text);
  }

  private void endRun() {
    if (run.length() > 0) {
      pieces.add(new Piece(run.toString(), look));
      run = new StringBuilder();
    }
  }
}
