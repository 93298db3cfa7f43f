package dev.medley.repl.line;

import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Words for completion; for everything else a line is one piece, whatever quotes are in it. */
final class LineParser implements Parser {
  private final DefaultParser words = new DefaultParser();
  private final DefaultParser whole = new DefaultParser();

  LineParser() {
    words.setEofOnUnclosedQuote(false);
    words.setEofOnEscapedNewLine(false);
    whole.setQuoteChars(new char[0]);
    whole.setEscapeChars(new char[0]);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return (context == ParseContext.COMPLETE ? words : whole).parse(line, cursor, context);
  }
}
