package dev.medley.render.report;

/** Text of which a document shows every sign, and none of which commands the one who reads it. */
final class CleanText {
  private static final int REPLACED = 0xFFFD;

  private CleanText() {}

  /** What is no text is replaced: control characters, halves of pairs, marks of direction. */
  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isText(c) ? c : REPLACED));
    return clean.toString();
  }

  /** Marks of direction would let a line be read in another one than it runs. */
  private static boolean isText(int c) {
    boolean control = c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c >= 0x7F && c < 0xA0;
    boolean surrogate = c >= 0xD800 && c < 0xE000;
    boolean bidirectional = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    boolean noCharacter = c == 0xFFFE || c == 0xFFFF; // XML has no place for them
    return !control && !surrogate && !bidirectional && !noCharacter;
  }
}
