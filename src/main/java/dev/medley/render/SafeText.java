package dev.medley.render;

/**
 * What a model says is untrusted: on a terminal, escape sequences could retitle the window, rewrite
 * what stands above, or worse. Control characters become visible stand-ins; line feeds and tabs
 * stay.
 */
public final class SafeText {
  private SafeText() {}

  /**
   * Text that cannot command a terminal. Each character is judged alone, so pieces can be split
   * anywhere.
   */
  public static String forTerminal(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (harmless(c)) {
        if (safe != null) {
          safe.append(c);
        }
        continue;
      }
      if (safe == null) {
        safe = new StringBuilder(text.length()).append(text, 0, i);
      }
      standIn(c, safe);
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean harmless(char c) {
    boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
    return c == '\n' || c == '\t' || !control && !reorders(c);
  }

  /** Bidirectional overrides and isolates can make text read as something else. */
  private static boolean reorders(char c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static void standIn(char c, StringBuilder to) {
    if (c == '\r') {
      return; // of CRLF; alone it would overwrite the line
    }
    to.append(c < 0x20 ? (char) (0x2400 + c) : c == 0x7F ? '\u2421' : '\uFFFD');
  }
}
