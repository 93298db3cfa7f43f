package dev.medley.history;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that was part of a prompt, so that a change of it can be told.
 *
 * @param path absolute, or the URL of a link
 * @param size in bytes; empty for a link
 * @param sha256 of the content, 64 hexadecimal digits; empty for a link
 */
public record PastFile(Kind kind, String path, OptionalLong size, Optional<String> sha256) {
  /** How it went along. */
  public enum Kind {
    /** Its text is part of the prompt. */
    TEXT,
    /** An image or a document beside the text. */
    ATTACHMENT,
    /** An image that the server fetched itself. */
    LINK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static PastFile of(Kind kind, String path, byte[] content) {
    return new PastFile(
        kind, path, OptionalLong.of(content.length), Optional.of(fingerprint(content)));
  }

  public static PastFile link(String url) {
    return new PastFile(Kind.LINK, url, OptionalLong.empty(), Optional.empty());
  }

  /** Whether this is not what it was. */
  public boolean differs(byte[] content) {
    return !sha256.equals(Optional.of(fingerprint(content)));
  }

  private static String fingerprint(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return String.format("%064x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
