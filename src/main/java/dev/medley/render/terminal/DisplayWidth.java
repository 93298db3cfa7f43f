package dev.medley.render.terminal;

import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: CJK and emoji take two, combining marks none. */
public final class DisplayWidth {
  private static final Pattern SGR = Pattern.compile("\u001b\\[[0-9;]*m");

  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** Of a line that has looks in it (ECMA-48 SGR). */
  public static int visible(String line) {
    return of(SGR.matcher(line).replaceAll(""));
  }

  /** Of one code point; 0 for what is not seen. */
  public static int of(int codePoint) {
    // Most text is ASCII: it is not worth loading the tables for.
    boolean ascii = codePoint >= 0x20 && codePoint < 0x7F;
    return ascii ? 1 : Math.max(WCWidth.wcwidth(codePoint), 0);
  }
}
