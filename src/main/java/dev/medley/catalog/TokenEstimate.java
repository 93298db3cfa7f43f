package dev.medley.catalog;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;

/**
 * A guess at token counts, for before a server has counted. A rule of thumb and no tokenizer: four
 * characters of Latin text a token, two of other alphabets, one token for every ideograph, syllable
 * or emoji, and four tokens around every message. It never shrinks when text is added.
 */
public final class TokenEstimate {
  private static final int PER_MESSAGE = 4;
  private static final int QUARTERS = 4;

  private TokenEstimate() {}

  /** Tokens of a text, rounded up; 0 for an empty one. */
  public static long of(String text) {
    long quarters = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      quarters += quartersOf(codePoint);
      i += Character.charCount(codePoint);
    }
    return (quarters + QUARTERS - 1) / QUARTERS;
  }

  /** Input tokens of a prompt, all of its messages included. */
  public static long of(Prompt prompt) {
    return prompt.messages().stream().mapToLong(TokenEstimate::of).sum();
  }

  private static long of(Message message) {
    return PER_MESSAGE + of(message.text());
  }

  private static int quartersOf(int codePoint) {
    boolean latin = codePoint < 0x250;
    boolean typographic = codePoint >= 0x2000 && codePoint < 0x2070;
    if (latin || typographic) {
      return 1;
    }
    return codePoint >= 0x2E80 ? QUARTERS : 2;
  }
}
