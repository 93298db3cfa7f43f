package dev.medley.catalog;

import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Prompt;

/**
 * A guess at token counts, for before a server has counted. A rule of thumb and no tokenizer: four
 * characters of Latin text a token, two of other alphabets, one token for every ideograph, syllable
 * or emoji, and four tokens around every message. It never shrinks when text is added. Quick enough
 * for every prompt; {@link TokenCount} is for when exactness pays.
 *
 * <p>An image counts 1,000 tokens: providers count by area, from about 250 to 1,600 for a usual
 * one. A document counts 2,000 for every 50 kB begun, as if that were a page that is sent as text
 * and as an image.
 */
public final class TokenEstimate {
  private static final int PER_MESSAGE = 4;
  private static final int QUARTERS = 4;
  private static final int PER_IMAGE = 1000;
  private static final int PER_PAGE = 2000;
  private static final int BYTES_OF_A_PAGE = 50_000;

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
    return PER_MESSAGE + of(message.text()) + ofAttachments(message);
  }

  /** What is attached to a message. */
  static long ofAttachments(Message message) {
    return message.attachments().stream().mapToLong(TokenEstimate::of).sum();
  }

  private static long of(Attachment attachment) {
    return switch (attachment.kind()) {
      case IMAGE -> PER_IMAGE;
      case DOCUMENT -> PER_PAGE * (1 + attachment.size().orElse(0) / BYTES_OF_A_PAGE);
    };
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
