package dev.medley.render.terminal;

import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: CJK and emoji take two, combining marks none. */
public final class DisplayWidth {
  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** Of one code point; 0 for what is not seen. */
  public static int of(int codePoint) {
    // Most text is ASCII: it is not worth loading the tables for.
    boolean ascii = codePoint >= 0x20 && codePoint < 0x7F;
    return ascii ? 1 : Math.max(WCWidth.wcwidth(codePoint), 0);
  }
}
