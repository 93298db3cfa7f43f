package dev.medley.render.terminal.markdown;

import dev.medley.render.SafeText;
import dev.medley.render.Style;
import dev.medley.render.terminal.markdown.Opening.Kind;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Renders Markdown for a terminal while it comes in pieces. What is written is never taken back:
 * words appear as they come, a line of code when it is complete, a table when it ends. How the text
 * was cut into pieces makes no difference to what is written. Line ends of the source are kept, so
 * that what is no Markdown stays readable; control characters are made harmless. Takes time in
 * proportion to the text, whatever that is. For one thread.
 */
public final class MarkdownStream implements TextStream {
  /** The start of a line is waited for no longer than this, in characters. */
  private static final int LONGEST_START = 256;

  /** A line that is only understood when whole is waited for no longer than this. */
  private static final int LONGEST_LINE = 8192;

  private static final int NARROWEST = 8;
  private static final int TAB = 4;

  private final Consumer<String> out;
  private final Blocks blocks;
  private final Page page;
  private final StringBuilder line = new StringBuilder();
  private boolean asText;
  private boolean needsWhole;

  /**
   * @param out hears what is to be written, in whole words and lines
   * @param columns the width of the terminal now, in cells
   */
  public MarkdownStream(Consumer<String> out, Style style, IntSupplier columns) {
    this.out = out;
    this.page = new Page(style, () -> Math.max(columns.getAsInt(), NARROWEST));
    this.blocks = new Blocks(page);
  }

  /** Loads what the first text with markup needs, which may be done while waiting for it. */
  public static void warmUp() {
    InlineMarkup.parse("`x` ~~*y*~~");
  }

  @Override
  public void feed(String piece) {
    String safe = SafeText.forTerminal(piece);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == '\n') {
        endLine();
      } else {
        character(c);
      }
    }
    write();
  }

  @Override
  public void finish() {
    if (asText || !line.isEmpty()) {
      endLine();
    }
    blocks.end();
    write();
  }

  private void write() {
    String rendered = page.take();
    if (!rendered.isEmpty()) {
      out.accept(rendered);
    }
  }

  private void character(char c) {
    if (asText) {
      blocks.text(c);
      return;
    }
    if (c == '\t' && !blocks.verbatim()) {
      line.append(" ".repeat(TAB - line.length() % TAB));
    } else {
      line.append(c);
    }
    if (blocks.verbatim()) {
      if (line.length() >= LONGEST_LINE && !Character.isHighSurrogate(c)) {
        blocks.partOfLine(takeLine());
      }
    } else if (!needsWhole) {
      look();
    } else if (line.length() >= LONGEST_LINE) {
      begin(LineStart.text(blocks.depth()));
    }
  }

  /** Sees whether the start of the line says already that it is text. */
  private void look() {
    Optional<Opening> opening = blocks.read(line, false);
    if (opening.isPresent() && opening.get().kind() == Kind.TEXT) {
      begin(opening.get());
    } else if (opening.isPresent() || blocks.tableMayBegin()) {
      needsWhole = true;
    } else if (line.length() >= LONGEST_START) {
      begin(LineStart.text(blocks.depth()));
    }
  }

  private void begin(Opening text) {
    asText = true;
    blocks.open(text, takeLine());
  }

  private void endLine() {
    if (!asText) {
      String whole = takeLine();
      if (blocks.verbatim()) {
        blocks.verbatimLine(whole);
      } else {
        Opening opening = blocks.read(whole, true).orElseThrow();
        blocks.open(opening, whole);
        asText = opening.kind() == Kind.TEXT;
      }
    }
    if (asText) {
      blocks.endTextLine();
    }
    asText = false;
    needsWhole = false;
  }

  private String takeLine() {
    String taken = line.toString();
    line.setLength(0);
    return taken;
  }
}
