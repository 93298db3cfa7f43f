package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps text at the width of the page, word by word as it comes. A word is written as soon as it is
 * complete; between ideographs a line may break anywhere, except before a mark that closes or after
 * one that opens.
 */
final class Flow {
  private static final int TAB = 4;
  private static final int FIRST_WIDE = 0x1100;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final String NEVER_FIRST = "、。，．・：；？！）］｝〉》」』】〕…ー々”’%‰℃";
  private static final String NEVER_LAST = "（［｛〈《「『【〔“‘";

  private final Page page;
  private final List<Piece> word = new ArrayList<>();
  private Margin next = Margin.NONE;
  private Margin others = Margin.NONE;
  private int column;
  private int marginWidth;
  private boolean lineOpen;
  private int spaces;
  private int wordWidth;
  private int last = -1;

  /** Text of one look. */
  record Piece(String text, Look look) {}

  Flow(Page page) {
    this.page = page;
  }

  /** Begins a block of text. */
  void begin(Margin first, Margin following) {
    next = first;
    others = following;
    spaces = 0;
  }

  /** White space in it separates words and is kept where no line is broken. */
  void text(String text, Look look) {
    int from = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean space = c == ' ' || c == '\t';
      if (space || c == '\n' || mayBreak(last, c)) {
        add(text.substring(from, i), look);
        placeWord();
        from = i;
      }
      i += Character.charCount(c);
      if (c == '\n') {
        breakLine();
      } else if (space) {
        space(c);
      }
      from = space || c == '\n' ? i : from;
      last = space || c == '\n' ? -1 : c;
    }
    add(text.substring(from), look);
  }

  /** White space between words, or before the first. */
  void space(int c) {
    placeWord();
    last = -1;
    spaces += c == '\t' ? TAB - (column + spaces) % TAB : 1;
  }

  void breakLine() {
    placeWord();
    spaces = 0;
    last = -1;
    if (!lineOpen) {
      openLine();
    }
    closeLine();
  }

  /** Ends the block; a line that was begun is ended. */
  void end() {
    placeWord();
    spaces = 0;
    last = -1;
    if (lineOpen) {
      closeLine();
    }
  }

  /** Text that keeps its spaces and is broken wherever the line is full. */
  void verbatim(String text, Look look) {
    if (!lineOpen) {
      openLine();
    }
    StringBuilder run = new StringBuilder();
    text.codePoints().forEach(c -> addCell(c, run, look));
    page.write(run.toString(), look);
  }

  private void addCell(int c, StringBuilder run, Look look) {
    String shown =
        c == '\t' ? " ".repeat(TAB - (column - marginWidth) % TAB) : Character.toString(c);
    int width = c == '\t' ? shown.length() : DisplayWidth.of(c);
    if (column + width > page.columns() && column > marginWidth) {
      page.write(run.toString(), look);
      run.setLength(0);
      closeLine();
      openLine();
    }
    run.append(shown);
    column += width;
  }

  private void add(String text, Look look) {
    if (!text.isEmpty()) {
      word.add(new Piece(text, look));
      wordWidth += DisplayWidth.of(text);
      if (wordWidth > page.columns()) {
        placeWord();
      }
    }
  }

  private void placeWord() {
    if (word.isEmpty()) {
      return;
    }
    int room = page.columns();
    if (!lineOpen) {
      openLine();
    }
    if (column + spaces + wordWidth > room && column > marginWidth) {
      closeLine();
      openLine();
      spaces = 0;
    }
    int indent = Math.max(Math.min(spaces, room - column - wordWidth), 0);
    page.write(" ".repeat(indent));
    column += indent;
    word.forEach(piece -> verbatim(piece.text(), piece.look()));
    word.clear();
    wordWidth = 0;
    spaces = 0;
  }

  private void openLine() {
    lineOpen = true;
    page.write(next.text());
    marginWidth = next.width();
    column = marginWidth;
    next = others;
  }

  private void closeLine() {
    lineOpen = false;
    page.endLine();
    column = 0;
  }

  private static boolean mayBreak(int before, int after) {
    if (before < FIRST_WIDE && after < FIRST_WIDE || before < 0) {
      return false;
    }
    return (isWide(before) || isWide(after))
        && NEVER_FIRST.indexOf(after) < 0
        && NEVER_LAST.indexOf(before) < 0
        && !joined(before, after);
  }

  /** Parts of one emoji, and marks that belong to what stands before them. */
  private static boolean joined(int before, int after) {
    boolean flag = isRegional(before) && isRegional(after);
    boolean skinTone = after >= 0x1F3FB && after <= 0x1F3FF;
    return before == ZERO_WIDTH_JOINER || flag || skinTone || DisplayWidth.of(after) == 0;
  }

  private static boolean isRegional(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  /** Ideographs, kana, hangul and emoji: nobody writes spaces between them. */
  static boolean isWide(int c) {
    return c >= FIRST_WIDE && DisplayWidth.of(c) == 2;
  }
}
