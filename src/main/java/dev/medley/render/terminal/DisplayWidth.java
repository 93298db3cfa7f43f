package dev.medley.render.terminal;

import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: CJK and emoji take two, combining marks none. */
public final class DisplayWidth {
  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(WCWidth::wcwidth).map(width -> Math.max(width, 0)).sum();
  }
}
