package dev.medley.cli;

import dev.medley.render.NarrowText;
import dev.medley.render.SafeText;
import dev.medley.render.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes to standard output and standard error, in UTF-8, and flushes what it writes. A closed
 * standard output ends the command; a closed standard error is nobody's business.
 */
public final class Console {
  private static final int USUAL_COLUMNS = 80;

  private final OutputStream out;
  private final OutputStream err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final int columns;
  private final boolean movesCursor;
  private final Style outStyle;
  private final Style errStyle;

  Console(Streams streams, ColorChoice color) {
    this.out = streams.out();
    this.err = streams.err();
    this.outIsTerminal = streams.outIsTerminal();
    this.errIsTerminal = streams.errIsTerminal();
    this.columns = streams.columns();
    this.movesCursor = outIsTerminal && color.movesCursor();
    this.outStyle = color.style(outIsTerminal);
    this.errStyle = color.style(errIsTerminal);
  }

  /** A piece of an answer: unchanged into a pipe, harmless on a terminal. */
  void answer(String piece) {
    print(outIsTerminal ? SafeText.forTerminal(piece) : piece);
  }

  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      throw new ClosedPipe(gone);
    }
  }

  void println(String line) {
    print(line + "\n");
  }

  /** About the answer, to standard error. */
  void note(String line) {
    noteRaw(line + "\n");
  }

  /** The same, of any length: in a window it breaks between words. */
  void noteWords(String line) {
    note(errIsTerminal && columns > 0 ? NarrowText.of(line, columns) : line);
  }

  void noteRaw(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException nobodyReads) {
      // There is no one left to tell.
    }
  }

  /** Where lines had better end; no limit is the largest number. */
  int columns() {
    return outIsTerminal && columns > 0 ? columns : Integer.MAX_VALUE;
  }

  /** Where text is wrapped, which a terminal of unknown width needs, too. */
  int textColumns() {
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  boolean outIsTerminal() {
    return outIsTerminal;
  }

  /** Whether standard output is a terminal that does more than go on. */
  boolean movesCursor() {
    return movesCursor;
  }

  boolean errIsTerminal() {
    return errIsTerminal;
  }

  Style outStyle() {
    return outStyle;
  }

  Style errStyle() {
    return errStyle;
  }
}
